import type { Deps } from '../deps.ts'
import type { Job } from '../jobs.ts'
import { forgetEvents } from './live.store.ts'

/** How long a stream may sleep and still resume without a reload, ms. */
const keptMs = 48 * 3_600_000

/** Forgets live events nobody can want any more. */
export const liveJobs = (deps: Pick<Deps, 'db' | 'clock'>): Job[] => [
  {
    name: 'live.forget',
    everyMs: 600_000,
    run: () => forgetEvents(deps.db, new Date(deps.clock.now().getTime() - keptMs)),
  },
]
