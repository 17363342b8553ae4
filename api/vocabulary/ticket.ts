/** Ticket states; the main line first (受理 … 办结), then the side ones. Chinese names: domain glossary, in the zh-CN dictionary. */
export const ticketStates = [
  'received',
  'accepted',
  'awaitingDispatch',
  'dispatched',
  'handling',
  'answered',
  'awaitingFollowUp',
  'closed',
  'returnRequested',
  'paused',
  'declined',
  'transferredOut',
  'withdrawn',
  'terminated',
  'merged',
] as const
export type TicketState = (typeof ticketStates)[number]

/** States before any unit has the ticket. */
export const beforeDispatch = ['received', 'accepted', 'awaitingDispatch'] as const
/** Whether no unit has the ticket yet. */
export const isBeforeDispatch = (state: TicketState): boolean => beforeDispatch.some((one) => one === state)
/** States in which a unit has it in hand. */
export const atUnit = ['dispatched', 'handling'] as const

/** States of a ticket that still waits for somebody, in the order of its life. */
export const openStates: readonly TicketState[] = [
  ...beforeDispatch,
  ...atUnit,
  'returnRequested',
  'paused',
  'answered',
  'awaitingFollowUp',
]

/** States that remember where they were entered from. */
export const sideStates: readonly TicketState[] = ['returnRequested', 'paused']

const finals = ['closed', 'declined', 'transferredOut', 'withdrawn', 'terminated', 'merged'] as const
/** States in which nothing more happens by itself. `closed` may still be redone within the reopen window. */
export const finalStates: readonly TicketState[] = finals

/** A state in which a ticket waits for somebody. */
export type OpenState = Exclude<TicketState, (typeof finals)[number]>
/** Whether a ticket still waits for somebody. */
export const isOpen = (state: TicketState): state is OpenState => !finalStates.includes(state)

/** States in which the unit's limit is running or standing still. */
export const clockedStates: readonly TicketState[] = [...atUnit, 'returnRequested', 'paused']

/** What may be done with a ticket, in the order in which menus and documents show it. What each of them is stands in its own file under `tickets/life/acts/`. */
export const ticketActions = [
  'accept',
  'submit',
  'answerDirectly',
  'decline',
  'transferOut',
  'dispatch',
  'redispatch',
  'designate',
  'addHelper',
  'removeHelper',
  'sign',
  'firstContact',
  'returnTicket',
  'upholdReturn',
  'rejectReturn',
  'report',
  'answer',
  'passReview',
  'sendBack',
  'close',
  'redo',
  'withdraw',
  'terminate',
  'merge',
  'pause',
  'resume',
  'urge',
  'extend',
  'approveExtension',
  'refuseExtension',
  'supervise',
  'note',
  'supplement',
  'reclassify',
  'keepConfidential',
] as const
export type TicketAction = (typeof ticketActions)[number]

/** Who an assignment makes of a unit: 主办, 协办, 抄送. */
export const assignmentRoles = ['lead', 'co', 'copied'] as const
export type AssignmentRole = (typeof assignmentRoles)[number]

/** What falls due for one unit of a ticket: its window for signing, that for the first contact, and the sub-limit of a co-handling unit. */
const partWarnings = ['unsigned', 'uncontacted', 'coYellow', 'coRed', 'coOverdue'] as const
export type PartWarning = (typeof partWarnings)[number]

/**
 * What is waited for too long: one for each open state of a ticket, one for an undecided extension, and what a supervisor owes of a follow-up. See
 * `notices/waits.table.ts`.
 * @internal exported for its test
 */
export const waitKinds = [
  'waitsAccept',
  'waitsSubmit',
  'waitsDispatch',
  'waitsSign',
  'waitsAnswer',
  'waitsReturn',
  'waitsResume',
  'waitsReview',
  'waitsFollowUp',
  'waitsExtension',
  'waitsDecision',
  'waitsCheck',
] as const
export type WaitKind = (typeof waitKinds)[number]

/** What falls due of a ticket: nobody dispatched it, its limit nears or has passed, something of one of its units, or somebody is waited for too long. */
export const warningKinds = ['undispatched', 'yellow', 'red', 'overdue', ...partWarnings, ...waitKinds] as const
export type WarningKind = (typeof warningKinds)[number]

/** Why a contact becomes no dispatched ticket (不予受理 and the other outcomes; BJ 11). */
export const declineOutcomes = [
  'emergencyTransfer',
  'statutoryRoute',
  'repeatNoNewFacts',
  'protectedContent',
  'outsideDuty',
  'unlawful',
] as const

/** How a closed ticket ended; `noReply` means the citizen was asked and did not answer within the wait. */
export const closeReasons = [
  'rated',
  'noReply',
  'unreachable',
  'answeredDirectly',
  'noReplyWanted',
  'accepted',
] as const
export type CloseReason = (typeof closeReasons)[number]

/**
 * 好差评: 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意.
 * @internal exported for its test
 */
export const satisfactionGrades = [5, 4, 3, 2, 1] as const

/** Why a unit leads: the matter’s own, that of the place, named by force, or chosen by a person. */
export const whyUnits = ['matterUnit', 'streetOfPlace', 'districtOfPlace', 'designated', 'chosen'] as const

/** Who settled matter and unit: a person, or a threshold that triage passed (PIPL 24). */
export const deciders = ['person', 'threshold'] as const

/** A unit’s part in a ticket: in force, or over (answered, returned, replaced). */
export const assignmentStates = ['active', 'ended'] as const

/** Ends of an assignment that are the ticket's own: the unit had it to the end. */
export const ticketEnds = ['closed', 'withdrawn', 'terminated', 'merged'] as const

/** Why an assignment ended: with the ticket, because it was taken back or given to others, or because this helper is not needed. */
export const assignmentEnds = [...ticketEnds, 'returned', 'redispatched', 'designated', 'redo', 'removed'] as const
export type AssignmentEnd = (typeof assignmentEnds)[number]

/** Who may read a line of the timeline: everybody, units and hotline, the hotline alone. */
export const visibilities = ['citizen', 'unit', 'hotline'] as const
export type Visibility = (typeof visibilities)[number]

/** A request to return a ticket; `cancelled`: a later act made it pointless. */
export const returnStates = ['pending', 'upheld', 'rejected', 'cancelled'] as const

/** A request for more time; `cancelled`: a later act made it pointless. */
export const extensionStates = ['pending', 'approved', 'refused', 'cancelled'] as const

/** A unit’s answer under review. */
export const answerStates = ['submitted', 'passed', 'sentBack'] as const
