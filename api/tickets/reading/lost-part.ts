import type { Read } from '../../../db/db.ts'
import { isScoped, type Actor, type StaffActor } from '../../vocabulary/actor.ts'
import { ticketEnds, type TicketState } from '../../vocabulary/ticket.ts'
import { assignmentsOf } from '../units/assignments.store.ts'
import type { Assignment, Ticket } from '../tickets.store.ts'

/** What a unit reads of a ticket that it has no more. */
export interface LostPart {
  /** Since when. */
  at: Date
  /** The assignments of the unit and of those under it, oldest first. */
  assignments: Assignment[]
  unitIds: string[]
  /** The ticket as it stood for the unit: nothing that came later, no limit. */
  ticket: Ticket
}

const endsWithTicket = (reason: string | null) => ticketEnds.some((end) => end === reason)

/** As the unit left it; the end that took the ticket away is not its own any more. */
const stateThen = ({ endReason, answeredAt, signedAt }: Assignment): TicketState => {
  if (endReason === 'returned') return 'returnRequested'
  if (answeredAt !== null) return 'answered'
  return signedAt === null ? 'dispatched' : 'handling'
}

/**
 * The part of a unit that lost a ticket: nothing is left in its hands (see `inHands`), so it reads what it did, up to that moment. Null for
 * whoever has the ticket, kept it to its end, or works for the hotline. `assignments`: all of the ticket, oldest first.
 */
export const lostPart = (actor: Actor, ticket: Ticket, assignments: readonly Assignment[]): LostPart | null => {
  if (!isScoped(actor)) return null
  const { unitPath } = actor as StaffActor // isScoped is true for staff only
  const own = assignments.filter((one) => one.unitPath.startsWith(unitPath))
  const lastRound = Math.max(...assignments.map(({ round }) => round))
  const last = own.at(-1)
  if (!last || own.some((one) => one.endedAt === null || (one.round === lastRound && endsWithTicket(one.endReason))))
    return null
  const at = new Date(Math.max(...own.map(({ endedAt }) => endedAt?.getTime() ?? 0)))
  const lead = assignments.find(({ round, role }) => round === last.round && role === 'lead')
  return {
    at,
    assignments: own,
    unitIds: [...new Set(own.map(({ unitId }) => unitId))],
    ticket: {
      ...ticket,
      state: stateThen(last),
      leadUnitId: lead?.unitId ?? null,
      whyUnit: null,
      clock: null,
      dueAt: null,
      answeredAt: last.answeredAt,
      closedAt: null,
      closeReason: null,
      outcome: null,
      updatedAt: at,
    },
  }
}

/** The same for a ticket whose assignments are not at hand; costs the hotline no query. */
export const loadLostPart = async (db: Read, actor: Actor, ticket: Ticket): Promise<LostPart | null> =>
  isScoped(actor) ? lostPart(actor, ticket, await assignmentsOf(db, ticket.id)) : null
