import type { Hearer } from '../../notices/hearers.ts'
import type { Role } from '../../vocabulary/directory.ts'
import type { AssignmentRole, TicketState } from '../../vocabulary/ticket.ts'

/** Who may make a move: a role, the citizen whose ticket it is, or the program itself. */
export type Mover = Role | 'citizen' | 'system'

/** Conditions beyond state and role; each names the problem it answers with. */
export const guards = {
  matterKnown: 'ticket.matter-unknown',
  notDesignated: 'ticket.designated',
  notExpired: 'ticket.limit-expired',
  notExtendedBefore: 'ticket.already-extended',
  withinReturnWindow: 'ticket.return-late',
  noReturnPending: 'ticket.request-pending',
  noExtensionPending: 'ticket.request-pending',
  extensionPending: 'ticket.nothing-pending',
  followUpSettled: 'ticket.follow-up-missing',
  hasHelper: 'ticket.unit-no-part',
  wasHandled: 'ticket.illegal-transition',
  notConfidential: 'ticket.already-confidential',
  withinReopenWindow: 'ticket.illegal-transition',
} as const
export type Guard = keyof typeof guards

/** A row of the state table: state × role → state, guards, and whom it tells. The acts hold the rows (see acts/acts.ts). */
export interface Move {
  from: readonly TicketState[]
  /** `same` stays; `before` goes back to where the side state was entered from. */
  to: TicketState | 'same' | 'before'
  /** Where else it may lead, by what the act decides. */
  orTo?: 'before'
  roles: readonly Mover[]
  /** Open to the citizens whose requests were merged into the ticket as well, where it is to its own. */
  mergedToo?: true
  /** The part that a unit must have in the ticket (主办, 协办, 抄送) for its people to make the move. */
  part?: AssignmentRole
  guards: readonly Guard[]
  tells: readonly Hearer[]
  /** Where the rule comes from. */
  source: string
}

/** Who acts for a unit. */
export const unitRoles = ['unitStaff', 'unitHead'] as const
/** Who sends tickets to units. */
export const dispatchRoles = ['dispatcher', 'supervisor'] as const
