import { keptFrom } from '../../vocabulary/accused.ts'
import { clockedStates } from '../../vocabulary/ticket.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { readClock, writeClock } from '../../clocks/clock.json.ts'
import { recompute } from '../../clocks/clock.rules.ts'
import type { Counting } from '../../clocks/clocks.types.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { Job } from '../../platform/jobs.ts'
import { record } from '../../audit/record.ts'
import { moveDue, moveOwnDue } from '../units/assignments.store.ts'
import { clocksAfter } from './recount-limits.store.ts'
import type { TicketClock } from './ticket-clock.types.ts'
import { activeAssignments, lockTicket, noDue, saveTicket } from '../tickets.store.ts'
import { nextWarning } from './warn.rules.ts'

export interface RecountDeps extends WriteDeps {
  counting: Counting
}

const page = 500
const everyMs = 6 * 3_600_000
const actor = systemActor('clock')

/** A provisional limit whose last day lies in a year that is published by now. */
const isRipe = (clock: TicketClock | null, { calendar }: Counting) =>
  clock !== null && clock.provisional && calendar.published(calendar.zone.dateOf(new Date(clock.dueAt)))

const recountOne = (deps: RecountDeps, id: string) =>
  deps.db.tx(async (tx) => {
    const before = await lockTicket(tx, id)
    const { clock: stored, state, warned } = before
    if (!stored || !isRipe(stored, deps.counting) || !clockedStates.includes(state)) return false
    const { clock, moved } = recompute(readClock(stored), deps.counting)
    const kept: TicketClock = { ...stored, ...writeClock(clock) }
    const now = deps.clock.now()
    await moveDue(tx, id, clock.dueAt)
    await moveOwnDue(tx, id, (own) => recompute(own, deps.counting), clock.dueAt)
    const units = await activeAssignments(tx, id)
    const after = await saveTicket(tx, before, {
      clock: kept,
      dueAt: clock.dueAt,
      dueSort: state === 'paused' ? noDue : clock.dueAt,
      warnAt: nextWarning({ state, clock: kept, warned, warnAt: null, parts: units }, deps.counting),
      updatedAt: now,
    })
    const change = { from: stored.dueAt, to: kept.dueAt }
    await record(tx, deps, actor, {
      timeline: moved ? [{ ticketId: id, type: 'recounted', visibility: 'citizen', data: change }] : [],
      audit: [
        {
          action: 'ticket.recounted',
          entity: 'ticket',
          entityId: id,
          before: { dueAt: change.from },
          after: { dueAt: change.to },
        },
      ],
      live: [
        {
          topic: 'ticket',
          type: 'recounted',
          entityId: id,
          audience: {
            roles: ['dispatcher', 'supervisor'],
            unitPaths: units.map(({ unitPath }) => unitPath),
            ...keptFrom(after),
          },
          payload: { number: after.number, state, version: after.version },
        },
      ],
    })
    return true
  })

/**
 * Counts provisional limits again once the notice of their year is known: the due time may move back, never forward, and the timeline
 * says so. Each ticket in a transaction of its own, in pages until all are looked at.
 * @internal exported for its test
 */
export const recountLimits = (deps: RecountDeps) => async (): Promise<number> => {
  let count = 0
  for (let last = ''; ;) {
    const rows = await clocksAfter(deps.db, last, page)
    for (const { id } of rows.filter(({ clock }) => isRipe(clock, deps.counting)))
      if (await recountOne(deps, id)) count++
    const end = rows.at(-1)
    if (end === undefined || rows.length < page) return count
    last = end.id
  }
}

export const recountLimitsJob = (deps: RecountDeps): Job => ({
  name: 'tickets.recountLimits',
  everyMs,
  run: recountLimits(deps),
})
