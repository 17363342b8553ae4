import { ticketProblem } from '../tickets.errors.ts'
import { dueAt } from '../../clocks/limit.rules.ts'
import type { Counting, LimitAmount } from '../../clocks/clocks.types.ts'
import { insertAssignments, newAssignment, nextRound } from './assignments.store.ts'
import type { UnitsChosen } from './dispatch.rules.ts'
import { helperParts } from './helper-parts.ts'
import { limitStart, startTicketClock, type LimitBasis } from '../clock/ticket-clock.rules.ts'
import type { TicketClock } from '../clock/ticket-clock.types.ts'
import type { ActContext } from '../life/act.types.ts'
import type { Ticket, TicketPatch } from '../tickets.store.ts'
import type { ActDeps } from '../life/act.deps.ts'
import { nextWarning, type WatchedPart } from '../clock/warn.rules.ts'

export interface ChosenLimit extends LimitAmount {
  basis: string
  basisEn?: string | undefined
}

/** The limit of a ticket: what the dispatcher set, with its basis, else the catalogue's row. Throws `ticket.limit-missing`. */
const limitOf = (
  deps: ActDeps,
  ticket: Ticket,
  at: Date,
  chosen: ChosenLimit | undefined,
): LimitAmount & LimitBasis => {
  if (chosen) {
    const { value, unit, basis, basisEn = basis } = chosen
    return { value, unit, basis, basisEn, grade: 'D', ruleId: null, startEvent: 'dispatched' }
  }
  const { matterCode, kind, urgency } = ticket
  const row = matterCode && kind ? deps.catalogue.limitFor({ matterCode, kind, urgency, at }) : null
  if (!row) throw ticketProblem('ticket.limit-missing')
  const { value, unit, basis, basisEn, grade, startEvent, id } = row
  return { value, unit, basis, basisEn, grade, startEvent, ruleId: id }
}

/**
 * Starts a new limit for a ticket that is sent to a unit at `at`, from the moment its law names (BJ 13); `again`: it is done again, so that
 * what was received is the order to do so. Throws `ticket.limit-missing`.
 */
export const newClock = (
  deps: ActDeps,
  ticket: Ticket,
  { at, chosen, again = false }: { at: Date; chosen?: ChosenLimit | undefined; again?: boolean },
): TicketClock => {
  const { value, unit, ...from } = limitOf(deps, ticket, at, chosen)
  const signBy = dueAt(at, deps.settings.signWithin[ticket.urgency], deps.counting).dueAt
  return startTicketClock(
    limitStart(from.startEvent, ticket, { at, signBy, again }),
    { value, unit },
    from,
    deps.counting,
  )
}

/** What of a ticket at its units follows from its clock: due time, sorting, the next warning. `parts`: its assignments in force. */
export const clockPatch = (
  deps: ActDeps,
  { state, warned }: Pick<Ticket, 'state' | 'warned'>,
  clock: TicketClock,
  parts: readonly WatchedPart[],
): Pick<Ticket, 'clock' | 'dueAt' | 'dueSort' | 'warnAt'> => {
  const due = new Date(clock.dueAt)
  return {
    clock,
    dueAt: due,
    dueSort: due,
    warnAt: nextWarning({ state, clock, warned, warnAt: null, parts }, deps.counting),
  }
}

/**
 * When a window that opens at the dispatch closes: never later than the limit itself. Only where the limit had passed before the dispatch
 * (a re-dispatch keeps the clock) does the unit get the whole window, since nobody can sign or call in the past.
 */
const windowEnd = (now: Date, window: LimitAmount, due: Date, counting: Counting): Date => {
  const end = dueAt(now, window, counting).dueAt
  return due > now && due < end ? due : end
}

/**
 * Gives the ticket to its units: one assignment each, the sign window and the first-contact window of its urgency, within its limit,
 * and the window for a return where the city set one (a designated unit may not return at all).
 * Throws `ticket.sub-limit-late`, `ticket.unit-excluded`.
 * Answers the patch that every way of dispatching shares; the clock is the caller's (a re-dispatch keeps it).
 */
export const sendToUnits = async (
  deps: ActDeps,
  { tx, actor, now, ticket }: Pick<ActContext, 'tx' | 'actor' | 'now' | 'ticket'>,
  { units, lead, why }: UnitsChosen,
  given: {
    clock: TicketClock
    coLimit?: LimitAmount | undefined
    instruction: string | null
    designated: boolean
    warned: number
  },
): Promise<{ patch: TicketPatch; data: Record<string, unknown> }> => {
  const round = await nextRound(tx, ticket.id)
  const due = new Date(given.clock.dueAt)
  const signBy = windowEnd(now, deps.settings.signWithin[ticket.urgency], due, deps.counting)
  const contactBy = windowEnd(now, deps.settings.contactWithin[ticket.urgency], due, deps.counting)
  const { returnWithin } = deps.settings
  const returnBy = returnWithin && !given.designated ? dueAt(now, returnWithin, deps.counting).dueAt : null
  const helpers = helperParts(
    deps,
    { ticket, actor, now },
    units.filter(({ role }) => role !== 'lead'),
    { ...given, round, due },
  )
  const parts = [
    newAssignment({
      id: deps.ids.next('assignment'),
      ticketId: ticket.id,
      unitId: lead.id,
      unitPath: lead.path,
      role: 'lead',
      round,
      designated: given.designated,
      instruction: given.instruction,
      dispatchedAt: now,
      dispatchedBy: actor.id,
      signBy,
      contactBy: ticket.replyWanted ? contactBy : null,
      returnBy,
      dueAt: due,
      clock: null,
    }),
    ...helpers.parts,
  ]
  await insertAssignments(tx, parts)
  return {
    patch: {
      leadUnitId: lead.id,
      whyUnit: given.designated ? 'designated' : why,
      designated: given.designated,
      dispatchedAt: now,
      answeredAt: null,
      warned: given.warned,
      ...clockPatch(deps, { state: 'dispatched', warned: given.warned }, given.clock, parts),
    },
    data: {
      round,
      leadUnitId: lead.id,
      ...helpers.data,
      dueAt: given.clock.dueAt,
      limit: given.clock.limit,
      basis: given.clock.basis,
    },
  }
}
