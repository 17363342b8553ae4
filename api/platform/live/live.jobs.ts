import type { Deps } from '../deps.ts'
import type { Job } from '../jobs.ts'
import type { Live } from './live.ts'

/** Looks for live events of other servers. */
export const liveJobs = (deps: Pick<Deps, 'db'> & { live: Pick<Live, 'wake'> }): Job[] => [
  {
    // A notification of PostgreSQL comes at once, but is lost with its line, and nobody hears that a line is dead.
    name: 'live.look',
    everyMs: 500,
    run: async () => {
      if (deps.db.engine === 'postgres') deps.live.wake()
      return 0
    },
  },
]
