import type { Log } from '../../platform/log.ts'

/** Looks at the queue when it moved, by itself. */
export interface Router {
  /** Looks soon; looks that would overlap become one more afterwards. For after a commit. */
  soon(): void
  /** Waits until nothing is left to be looked at. */
  settled(): Promise<void>
}

/** A router over `route`. A look that fails is logged; the job that looks every few seconds makes up for it. */
export const createRouter = (log: Log, route: () => Promise<number>): Router => {
  let looking: Promise<void> | null = null
  let again = false
  const look = async () => {
    do {
      again = false
      await route().catch((error: unknown) => log.error({ err: error }, 'route calls'))
    } while (again)
    looking = null
  }
  return {
    soon: () => {
      again = true
      looking ??= look()
    },
    settled: () => looking ?? Promise.resolve(),
  }
}
