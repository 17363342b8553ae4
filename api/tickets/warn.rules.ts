import { readClock } from '../clocks/clock.json.ts'
import type { Counting } from '../clocks/clocks.types.ts'
import { warnMoments } from './ticket-clock.rules.ts'
import type { TicketClock } from './ticket-clock.types.ts'
import { clockedStates } from './ticket.machine.ts'
import type { TicketState } from './ticket.types.ts'

/** What falls due: nobody dispatched it, nobody signed it, the limit nears or has passed. */
export const warningKinds = ['undispatched', 'unsigned', 'yellow', 'red', 'overdue'] as const
export type WarningKind = (typeof warningKinds)[number]

export interface Warning {
  kind: WarningKind
  level: 1 | 2 | 3
  at: Date
}

export interface Warned {
  state: TicketState
  clock: TicketClock | null
  warned: number
  warnAt: Date | null
  /** Until when the lead unit should sign; null once it has. */
  signBy: Date | null
}

const clockKinds = { 1: 'yellow', 2: 'red', 3: 'overdue' } as const
const beforeDispatch: readonly TicketState[] = ['received', 'accepted', 'awaitingDispatch']

/** Warnings still to come for a ticket at a unit; a level that was told is not told again. */
const toCome = (ticket: Warned, counting: Counting): Warning[] => {
  if (!clockedStates.includes(ticket.state) || ticket.clock === null) return []
  const moments: Warning[] = warnMoments(readClock(ticket.clock), counting)
    .filter(({ level }) => level > ticket.warned)
    .map(({ level, at }) => ({ kind: clockKinds[level], level, at }))
  if (ticket.signBy && ticket.state === 'dispatched') moments.push({ kind: 'unsigned', level: 2, at: ticket.signBy })
  return moments.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** When the clock worker must look at a ticket again, from `now` on; null: never, unless an act changes it. */
export const nextWarning = (ticket: Warned, now: Date, counting: Counting): Date | null => {
  if (beforeDispatch.includes(ticket.state)) return ticket.warnAt
  const [next] = toCome(ticket, counting).filter(({ kind, at }) => kind !== 'unsigned' || at > now)
  return next ? next.at : null
}

/** The wait of a ticket that nobody has dispatched: told after one wait, after two, after four. */
export const nextUndispatched = (warned: number, warnAt: Date, waitMs: number): Date | null => {
  if (warned === 1) return new Date(warnAt.getTime() + waitMs)
  return warned === 2 ? new Date(warnAt.getTime() + 2 * waitMs) : null
}

/**
 * What is to be told now, and how the ticket stands afterwards. Of several clock levels passed at once only the highest is told.
 * `waitMs`: the dispatch wait of the ticket's urgency.
 */
export const dueWarnings = (
  ticket: Warned,
  now: Date,
  waitMs: number,
  counting: Counting,
): { tell: Warning[]; warned: number; warnAt: Date | null } => {
  if (ticket.warnAt === null || ticket.warnAt > now) return { tell: [], warned: ticket.warned, warnAt: ticket.warnAt }
  if (beforeDispatch.includes(ticket.state)) {
    const level = ticket.warned === 0 ? 1 : ticket.warned === 1 ? 2 : 3
    return {
      tell: [{ kind: 'undispatched', level, at: ticket.warnAt }],
      warned: level,
      warnAt: nextUndispatched(level, ticket.warnAt, waitMs),
    }
  }
  const { warnAt } = ticket
  const due = toCome(ticket, counting).filter(({ at }) => at <= now)
  const unsigned = due.filter(({ kind, at }) => kind === 'unsigned' && at >= warnAt)
  const highest = due.findLast(({ kind }) => kind !== 'unsigned')
  const warned = highest?.level ?? ticket.warned
  return {
    tell: [...unsigned, ...(highest ? [highest] : [])],
    warned,
    warnAt: nextWarning({ ...ticket, warned }, now, counting),
  }
}
