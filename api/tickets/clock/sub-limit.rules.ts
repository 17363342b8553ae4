import { ticketProblem } from '../tickets.errors.ts'
import { start } from '../../clocks/clock.rules.ts'
import { readClock, writeClock, type ClockJson } from '../../clocks/clock.json.ts'
import type { Clock, ClockResult } from '../../clocks/clock.types.ts'
import type { Counting, LimitAmount } from '../../clocks/clocks.types.ts'
import type { Assignment } from '../tickets.store.ts'

/**
 * Starts the sub-limit of co-handling units (协办时限) at the dispatch; `latest`: when the ticket itself is due.
 * Throws `ticket.sub-limit-late` where it would end after that.
 */
export const startSubLimit = (at: Date, limit: LimitAmount, latest: Date, counting: Counting): Clock => {
  const clock = start(at, limit, counting)
  if (clock.dueAt <= latest) return clock
  throw ticketProblem('ticket.sub-limit-late', undefined, {
    dueAt: clock.dueAt.toISOString(),
    latest: latest.toISOString(),
  })
}

export interface MovedSubLimit {
  id: string
  clock: ClockJson
  dueAt: Date
}

/**
 * The sub-limits that move with the ticket's clock (it stops, goes on, is counted again), and never beyond `latest`. One that refuses
 * the move stays: a sub-limit that had passed is not repaired by a pause.
 */
export const moveSubLimits = (
  parts: readonly Pick<Assignment, 'id' | 'clock'>[],
  move: (clock: Clock) => ClockResult,
  latest: Date,
): MovedSubLimit[] =>
  parts.flatMap(({ id, clock: stored }) => {
    const result = stored === null ? null : move(readClock(stored))
    if (result === null || 'problem' in result) return []
    const dueAt = result.clock.dueAt < latest ? result.clock.dueAt : latest
    return [{ id, dueAt, clock: writeClock({ ...result.clock, dueAt }) }]
  })
