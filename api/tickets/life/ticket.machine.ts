import type { Role } from '../../vocabulary/directory.ts'
import type { AssignmentRole, TicketAction, TicketState } from '../../vocabulary/ticket.ts'

/** Who may make a move: a role, the citizen whose ticket it is, or the program itself. */
export type Mover = Role | 'citizen' | 'system'

/** Whom a move tells: by the live stream and, for the citizen, by text. */
export type Told =
  | 'citizen'
  | 'leadUnit'
  | 'otherUnits'
  | 'agents'
  | 'dispatchers'
  | 'reviewers'
  | 'followUp'
  | 'supervisors'

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
  withinReopenWindow: 'ticket.illegal-transition',
} as const
export type Guard = keyof typeof guards

export interface Move {
  from: readonly TicketState[]
  /** `same` stays; `before` goes back to where the side state was entered from. */
  to: TicketState | 'same' | 'before'
  roles: readonly Mover[]
  /** The part that a unit must have in the ticket (主办, 协办, 抄送) for its people to make the move. */
  part?: AssignmentRole
  guards: readonly Guard[]
  tells: readonly Told[]
  /** Where the rule comes from. */
  source: string
}

const beforeDispatch = ['received', 'accepted', 'awaitingDispatch'] as const
const atUnit = ['dispatched', 'handling'] as const
const open = [...beforeDispatch, ...atUnit, 'answered', 'awaitingFollowUp', 'returnRequested', 'paused'] as const
const unitRoles = ['unitStaff', 'unitHead'] as const
const dispatchRoles = ['dispatcher', 'supervisor'] as const

/**
 * The ticket's life as data: action × state × role → state, guards, and whom it tells (domain: the acts and their rules).
 * The API serves buttons from it, the documents draw their diagram from it, the tests walk every pair of it.
 */
// oxfmt-ignore
export const moves: Readonly<Record<TicketAction, Move>> = {
  accept: { from: ['received'], to: 'accepted', roles: ['agent', 'dispatcher', 'supervisor', 'system'], guards: [], tells: [], source: 'BJ 10, 11' },
  submit: { from: ['accepted'], to: 'awaitingDispatch', roles: ['agent', 'dispatcher', 'supervisor', 'system'], guards: ['matterKnown'], tells: ['dispatchers'], source: 'BJ 11' },
  reclassify: { from: beforeDispatch, to: 'same', roles: ['agent', ...dispatchRoles], guards: [], tells: ['dispatchers'], source: 'BJ 11' },
  answerDirectly: { from: beforeDispatch, to: 'closed', roles: ['agent', 'supervisor'], guards: [], tells: ['citizen'], source: 'BJ 11; WF 18' },
  decline: { from: beforeDispatch, to: 'declined', roles: ['agent', ...dispatchRoles], guards: [], tells: ['citizen'], source: 'BJ 11; WF 19' },
  transferOut: { from: beforeDispatch, to: 'transferredOut', roles: ['agent', ...dispatchRoles], guards: [], tells: ['citizen'], source: 'G53; G12' },
  dispatch: { from: ['accepted', 'awaitingDispatch'], to: 'dispatched', roles: [...dispatchRoles, 'system'], guards: ['matterKnown'], tells: ['citizen', 'leadUnit', 'otherUnits'], source: 'BJ 11–13' },
  redispatch: { from: atUnit, to: 'dispatched', roles: dispatchRoles, guards: [], tells: ['leadUnit', 'otherUnits'], source: 'BJ 12' },
  designate: { from: ['returnRequested', 'awaitingDispatch'], to: 'dispatched', roles: dispatchRoles, guards: ['matterKnown'], tells: ['citizen', 'leadUnit', 'otherUnits'], source: 'WF 22' },
  sign: { from: ['dispatched'], to: 'handling', roles: unitRoles, part: 'lead', guards: [], tells: [], source: 'default: signing starts no clock' },
  firstContact: { from: ['handling'], to: 'same', roles: unitRoles, part: 'lead', guards: [], tells: [], source: 'BJ 15(1)' },
  returnTicket: { from: atUnit, to: 'returnRequested', roles: unitRoles, part: 'lead', guards: ['notDesignated', 'withinReturnWindow', 'noReturnPending'], tells: ['dispatchers'], source: 'WF 22; the window is a city’s own setting' },
  upholdReturn: { from: ['returnRequested'], to: 'awaitingDispatch', roles: dispatchRoles, guards: [], tells: ['leadUnit', 'dispatchers'], source: 'WF 22; BJ 12' },
  rejectReturn: { from: ['returnRequested'], to: 'before', roles: dispatchRoles, guards: [], tells: ['leadUnit'], source: 'WF 22; BJ 12' },
  extend: { from: ['handling'], to: 'same', roles: unitRoles, part: 'lead', guards: ['notExpired', 'notExtendedBefore', 'noExtensionPending'], tells: ['dispatchers'], source: 'BJ 15(2)' },
  approveExtension: { from: atUnit, to: 'same', roles: ['reviewer', ...dispatchRoles], guards: ['extensionPending'], tells: ['citizen', 'leadUnit'], source: 'BJ 15(2)' },
  refuseExtension: { from: [...atUnit, 'paused'], to: 'same', roles: ['reviewer', ...dispatchRoles], guards: ['extensionPending'], tells: ['leadUnit'], source: 'BJ 15(2)' },
  pause: { from: ['handling'], to: 'paused', roles: ['unitHead', ...dispatchRoles], part: 'lead', guards: ['notExpired'], tells: ['citizen', 'supervisors'], source: 'default, by analogy with DIS 30' },
  resume: { from: ['paused'], to: 'before', roles: [...unitRoles, ...dispatchRoles], part: 'lead', guards: [], tells: ['leadUnit'], source: 'default, by analogy with DIS 30' },
  report: { from: [...atUnit, 'returnRequested', 'paused'], to: 'same', roles: unitRoles, part: 'co', guards: [], tells: ['leadUnit'], source: 'BJ 14' },
  answer: { from: ['handling'], to: 'answered', roles: unitRoles, part: 'lead', guards: [], tells: ['reviewers'], source: 'BJ 15(3); JN 24' },
  passReview: { from: ['answered'], to: 'awaitingFollowUp', roles: ['reviewer', 'supervisor'], guards: [], tells: ['citizen', 'leadUnit', 'followUp'], source: 'JN 27' },
  sendBack: { from: ['answered'], to: 'handling', roles: ['reviewer', 'supervisor'], guards: [], tells: ['leadUnit'], source: 'JN 27' },
  close: { from: ['awaitingFollowUp'], to: 'closed', roles: ['followUp', 'supervisor', 'citizen', 'system'], guards: ['followUpSettled'], tells: ['leadUnit'], source: 'BJ 23' },
  redo: { from: ['awaitingFollowUp', 'closed'], to: 'dispatched', roles: ['followUp', 'supervisor', 'citizen', 'system'], guards: ['withinReopenWindow'], tells: ['citizen', 'leadUnit', 'otherUnits', 'supervisors'], source: 'JN 27' },
  withdraw: { from: [...beforeDispatch, ...atUnit, 'returnRequested', 'paused'], to: 'withdrawn', roles: ['agent', 'supervisor', 'citizen'], guards: [], tells: ['citizen', 'leadUnit'], source: 'default: the citizen’s wish, recorded' },
  terminate: { from: [...atUnit, 'paused'], to: 'terminated', roles: dispatchRoles, guards: [], tells: ['citizen', 'leadUnit'], source: 'WF 21' },
  merge: { from: [...beforeDispatch, ...atUnit], to: 'merged', roles: ['agent', ...dispatchRoles], guards: [], tells: ['citizen', 'leadUnit'], source: 'G66' },
  urge: { from: [...beforeDispatch, ...atUnit, 'answered', 'returnRequested', 'paused'], to: 'same', roles: ['agent', ...dispatchRoles, 'followUp', 'citizen', ...unitRoles], part: 'copied', guards: [], tells: ['leadUnit', 'dispatchers'], source: 'BJ 12(1): a copied district urges; else default' },
  supervise: { from: [...atUnit, 'answered', 'returnRequested', 'paused'], to: 'same', roles: ['supervisor'], guards: [], tells: ['leadUnit', 'otherUnits', 'supervisors'], source: 'JN 28; WF 26' },
  supplement: { from: open, to: 'same', roles: ['agent', ...dispatchRoles, 'followUp', 'citizen'], guards: [], tells: ['leadUnit', 'dispatchers'], source: 'BJ 8' },
  note: { from: [...open, 'closed', 'declined', 'transferredOut', 'withdrawn', 'terminated', 'merged'], to: 'same', roles: ['agent', 'dispatcher', 'unitStaff', 'unitHead', 'reviewer', 'followUp', 'supervisor'], guards: [], tells: [], source: 'default: never moves a clock' },
}

/** States in which nothing more happens by itself. `closed` may still be redone within the reopen window. */
export const finalStates: readonly TicketState[] = [
  'closed',
  'declined',
  'transferredOut',
  'withdrawn',
  'terminated',
  'merged',
]

/** States of a ticket that still waits for somebody. */
export const openStates: readonly TicketState[] = open

/** States in which the unit's limit is running or standing still. */
export const clockedStates: readonly TicketState[] = [...atUnit, 'returnRequested', 'paused']
