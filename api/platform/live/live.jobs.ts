import type { Deps } from '../deps.ts'
import type { Job } from '../jobs.ts'
import type { Live } from './live.ts'
import { forgetEvents } from './live.store.ts'

/** How long a stream may sleep and still resume without a reload, ms. */
const keptMs = 48 * 3_600_000

/** Forgets live events nobody can want any more, and looks for those of other servers. */
export const liveJobs = (deps: Pick<Deps, 'db' | 'clock'> & { live: Pick<Live, 'wake'> }): Job[] => [
  {
    // A notification of PostgreSQL comes at once, but is lost with its line, and nobody hears that a line is dead.
    name: 'live.look',
    everyMs: 500,
    run: async () => {
      if (deps.db.engine === 'postgres') deps.live.wake()
      return 0
    },
  },
  {
    name: 'live.forget',
    everyMs: 600_000,
    run: () => forgetEvents(deps.db, new Date(deps.clock.now().getTime() - keptMs)),
  },
]
