import type { Job } from '../platform/jobs.ts'
import { aliveEveryMs, heartbeatLossMs } from './calls.limits.ts'
import type { Calls } from './calls.ts'
import { overdueOffers } from './queue/offers.store.ts'
import { silentPresences } from './agent/presence.store.ts'

const countOf = async <Row>(rows: Row[], act: (row: Row) => Promise<boolean>) => {
  let count = 0
  for (const row of rows) if (await act(row)) count++
  return count
}

/** Asks the carrier which calls are alive: at once, again in seconds while it does not answer, then every few minutes. */
const aliveJob = (calls: Calls): Job => {
  let due = 0
  return {
    name: 'calls.alive',
    everyMs: 3_000,
    run: async () => {
      const now = calls.clock.now().getTime()
      if (now < due) return 0
      const { settled, unanswered } = await calls.checkAlive()
      due = unanswered > 0 ? now : now + aliveEveryMs
      return settled
    },
  }
}

/**
 * What must happen though nobody says so: offers that time out, consoles that fell silent, calls nobody ended; and a second look at the queue.
 * What ran out while no server was there is nobody's fault: consoles have the time of a sign of life to come back.
 */
export const callsJobs = (calls: Calls): Job[] => {
  const runningSince = calls.clock.now()
  return [
    {
      name: 'calls.offers',
      everyMs: 1_000,
      run: async () =>
        countOf(await overdueOffers(calls.db, calls.clock.now()), (offer) => calls.expireOffer(offer, runningSince)),
    },
    {
      name: 'calls.heartbeats',
      everyMs: 5_000,
      run: async () => {
        const before = new Date(calls.clock.now().getTime() - heartbeatLossMs)
        if (before < runningSince) return 0
        return countOf(await silentPresences(calls.db, before), ({ id }) => calls.loseAgent(id))
      },
    },
    aliveJob(calls),
    { name: 'calls.route', everyMs: 2_000, run: () => calls.route() },
    { name: 'calls.stuck', everyMs: 60_000, run: () => calls.settleStuck() },
  ]
}
