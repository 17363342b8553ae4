import { partsOf, type UnitPart } from '../../vocabulary/unit-parts.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import type { RefusalCode } from '../tickets.errors.ts'
import { guards, type Guard, type Move, type Mover } from './ticket.machine.ts'
import type { TicketState } from '../../vocabulary/ticket.ts'

/** What the machine needs to know of a ticket; loaded once, decided purely. */
export interface TicketFacts {
  state: TicketState
  stateBefore: TicketState | null
  matterCode: string | null
  /** The unit that leads it, or led it to its end; null: none, as where it was answered on the spot. */
  leadUnitId: string | null
  designated: boolean
  dueAt: Date | null
  extensionCount: number
  closedAt: Date | null
  /** Its words went by the rules of retention: nothing is done on it any more. */
  erased: boolean
  citizenId: string
  /** Whose requests were merged into it; looked up where one of them acts. */
  mergedCitizenIds?: readonly string[]
  /** The units that have the ticket now, or had it when it ended. */
  parts: readonly UnitPart[]
  /** Until when the lead unit may apply to return the ticket; null: no window is set. */
  returnBy: Date | null
  returnPending: boolean
  extensionPending: boolean
  /** A follow-up outcome or a recorded reason for none. */
  followUpSettled: boolean
  /** Units do not learn who asked. */
  confidential: boolean
}

/** Days within which a closed ticket may be sent back (default, configurable). */
export const reopenWindowDays = 15

const holds: Record<Guard, (facts: TicketFacts, now: Date) => boolean> = {
  matterKnown: (facts) => facts.matterCode !== null,
  notDesignated: (facts) => !facts.designated,
  notExpired: (facts, now) => facts.dueAt !== null && facts.dueAt > now,
  notExtendedBefore: (facts) => facts.extensionCount === 0,
  withinReturnWindow: (facts, now) => facts.returnBy === null || now <= facts.returnBy,
  noReturnPending: (facts) => !facts.returnPending,
  noExtensionPending: (facts) => !facts.extensionPending,
  extensionPending: (facts) => facts.extensionPending,
  followUpSettled: (facts) => facts.followUpSettled,
  wasHandled: (facts) => facts.leadUnitId !== null,
  hasHelper: (facts) => facts.parts.some(({ role }) => role !== 'lead'),
  notConfidential: (facts) => !facts.confidential,
  withinReopenWindow: (facts, now) =>
    facts.closedAt === null || now.getTime() - facts.closedAt.getTime() <= reopenWindowDays * 86_400_000,
}

const moverOf = (actor: Actor): readonly Mover[] => (actor.kind === 'staff' ? actor.roles : [actor.kind])

const isUnitRole = (mover: Mover) => mover === 'unitStaff' || mover === 'unitHead'

/** Whether a citizen may make a move on this ticket: it is their own, or their request was merged into it and the move is open to them. */
const mayCitizen = (facts: TicketFacts, move: Move, citizenId: string): boolean =>
  move.roles.includes('citizen') &&
  (facts.citizenId === citizenId || (move.mergedToo === true && (facts.mergedCitizenIds ?? []).includes(citizenId)))

/** Whether the actor holds a role for the move on this ticket: hotline roles anywhere, unit roles for a part in it that was not taken from them, a citizen for their own. */
const mayMove = (facts: TicketFacts, move: Move, actor: Actor): boolean => {
  if (actor.kind === 'citizen') return mayCitizen(facts, move, actor.id)
  const held = moverOf(actor).filter((mover) => move.roles.includes(mover))
  if (held.length === 0) return false
  if (actor.kind !== 'staff' || !held.every(isUnitRole)) return true
  const own = partsOf(facts.parts, actor.unitPath)
  return move.part === undefined ? own.length > 0 : own.some(({ role }) => role === move.part)
}

/** Why a move cannot be made now: null when it can. Order: role, erased, state, guards. */
export const refusal = (facts: TicketFacts, move: Move, actor: Actor, now: Date): RefusalCode | null => {
  if (!mayMove(facts, move, actor)) return 'auth.forbidden'
  if (facts.erased) return 'ticket.erased'
  if (!move.from.includes(facts.state)) return 'ticket.illegal-transition'
  const broken = move.guards.find((guard) => !holds[guard](facts, now))
  return broken === undefined ? null : guards[broken]
}

/** The state a move leads to. */
export const nextState = (facts: Pick<TicketFacts, 'state' | 'stateBefore'>, { to }: Pick<Move, 'to'>): TicketState => {
  if (to === 'same') return facts.state
  if (to === 'before') return facts.stateBefore ?? facts.state
  return to
}

/** The acts of a list that this actor may make now, in its order: what the API serves and the console draws. */
export const allowedActs = <Act extends Move>(
  acts: readonly Act[],
  facts: TicketFacts,
  actor: Actor,
  now: Date,
): Act[] => acts.filter((act) => refusal(facts, act, actor, now) === null)

/**
 * Of a ticket and those merged into it, in this order, the one about which each citizen is told and asked: once, however many of them are
 * theirs; about the first of which they want to hear.
 */
export const onePerCitizen = <Row extends { citizenId: string; replyWanted: boolean }>(
  tickets: readonly Row[],
): Row[] => {
  const chosen = new Map<string, Row>()
  for (const ticket of tickets) {
    const before = chosen.get(ticket.citizenId)
    if (before === undefined || (!before.replyWanted && ticket.replyWanted)) chosen.set(ticket.citizenId, ticket)
  }
  return [...chosen.values()]
}
