import type { Clock } from '../platform/clock.ts'

/** How often one may try before one has to wait. */
export interface TryLimits {
  /** Failed tries allowed for one name from one address within the window. */
  tries: number
  windowMs: number
}

/** Keys kept at most; beyond it the oldest are forgotten, so that made-up names cannot fill the memory. */
const keysKept = 50_000

/**
 * Counts tries by key. A try counts before its password is checked, so that many at once cannot slip through;
 * a right password clears the count.
 */
export const createTries = (clock: Clock, limits: TryLimits = { tries: 8, windowMs: 15 * 60_000 }) => {
  const counts = new Map<string, { count: number; since: number }>()
  return {
    /** Null when the try may go on; otherwise how long to wait, ms. */
    take: (key: string): number | null => {
      const now = clock.now().getTime()
      const seen = counts.get(key)
      const open = seen && now - seen.since < limits.windowMs ? seen : { count: 0, since: now }
      if (open.count >= limits.tries) return open.since + limits.windowMs - now
      counts.delete(key)
      counts.set(key, { count: open.count + 1, since: open.since })
      const oldest = counts.size > keysKept ? counts.keys().next().value : undefined
      if (oldest !== undefined) counts.delete(oldest)
      return null
    },
    clear: (key: string) => {
      counts.delete(key)
    },
  }
}
export type Tries = ReturnType<typeof createTries>
