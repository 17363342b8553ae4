import type { Job } from '../platform/jobs.ts'
import { heartbeatLossMs } from './calls.limits.ts'
import type { Calls } from './calls.ts'
import { overdueOffers } from './queue/offers.store.ts'
import { silentPresences } from './agent/presence.store.ts'

const countOf = async <Row>(rows: Row[], act: (row: Row) => Promise<boolean>) => {
  let count = 0
  for (const row of rows) if (await act(row)) count++
  return count
}

/** What must happen though nobody says so: offers that time out, consoles that fell silent, calls nobody ended; and a second look at the queue. */
export const callsJobs = (calls: Calls): Job[] => [
  {
    name: 'calls.offers',
    everyMs: 1_000,
    run: async () => countOf(await overdueOffers(calls.db, calls.clock.now()), calls.expireOffer),
  },
  {
    name: 'calls.heartbeats',
    everyMs: 5_000,
    run: async () => {
      const before = new Date(calls.clock.now().getTime() - heartbeatLossMs)
      return countOf(await silentPresences(calls.db, before), ({ id }) => calls.loseAgent(id))
    },
  },
  { name: 'calls.route', everyMs: 2_000, run: () => calls.route() },
  { name: 'calls.stuck', everyMs: 60_000, run: () => calls.settleStuck() },
]
