import { platformProblem } from '../../platform/problem.ts'
import { mostHashes } from '../passwords/hash-threads.ts'

/** Who waits for a password to be checked. */
export interface Waiter {
  /** Where they come from, for the share that one address may have. */
  address: string
  /** They signed in from here before: they are served first, and strangers never take their places. */
  known: boolean
}

/** Places to wait in: half a second for strangers, two for a shift that signs in at once. */
const places = { strangers: 8, known: 32 }

/** Strangers of one address that may wait or be served at once. */
const mostOfAddress = 4

/** When somebody who found no place may ask again, seconds. */
const againAfter = 2

/**
 * The line before the hashing threads. It is short: who finds no place in it is refused at once (`request.too-many`), for a line of two
 * hundred made-up names would let everybody wait for a minute. `enter` answers when it is one's turn; what it answers must be called when done.
 */
export const createHashLine = () => {
  const lines: Record<'known' | 'strangers', (() => void)[]> = { known: [], strangers: [] }
  /** Strangers present by address; never more than there are places. */
  const present = new Map<string, number>()
  let running = 0

  const count = (address: string, by: number) => {
    const now = (present.get(address) ?? 0) + by
    if (now > 0) present.set(address, now)
    else present.delete(address)
  }
  const next = () => {
    if (running >= mostHashes) return
    const turn = lines.known.shift() ?? lines.strangers.shift()
    if (!turn) return
    running++
    turn()
  }

  return {
    enter: async ({ address, known }: Waiter): Promise<() => void> => {
      const line = known ? 'known' : 'strangers'
      const full = lines[line].length >= places[line] || (!known && (present.get(address) ?? 0) >= mostOfAddress)
      if (full) throw platformProblem('request.too-many', undefined, { retryAfterSeconds: againAfter })
      if (!known) count(address, 1)
      await new Promise<void>((resolve) => {
        lines[line].push(resolve)
        next()
      })
      return () => {
        if (!known) count(address, -1)
        running--
        next()
      }
    },
  }
}
export type HashLine = ReturnType<typeof createHashLine>
