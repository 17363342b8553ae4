import { platformProblem, problemsOf, type ProblemTable } from '../platform/problem.ts'

export const ticketProblems = {
  'ticket.not-found': { status: 404, title: 'Ticket not found' },
  'ticket.erased': { status: 409, title: 'The words of the ticket were erased by the rules of retention' },
  'ticket.conflict': { status: 409, title: 'The ticket has changed' },
  'ticket.illegal-transition': { status: 409, title: 'The ticket cannot make that move' },
  'ticket.designated': { status: 409, title: 'A designated unit may not return the ticket' },
  'ticket.return-late': { status: 409, title: 'The time within which a unit may return the ticket has passed' },
  'ticket.limit-expired': { status: 409, title: 'The limit has expired' },
  'ticket.already-extended': { status: 409, title: 'The limit was extended before' },
  'ticket.unit-excluded': { status: 409, title: 'This unit must not receive the ticket' },
  'ticket.unit-leads': { status: 409, title: 'This unit leads the ticket already' },
  'ticket.unit-has-part': { status: 409, title: 'This unit has a part in the ticket already' },
  'ticket.unit-no-part': { status: 409, title: 'This unit does not help with the ticket' },
  'ticket.copy-required': { status: 409, title: 'A street’s ticket is always copied to its district' },
  'ticket.unit-unknown': { status: 422, title: 'There is no such unit' },
  'ticket.matter-unknown': { status: 422, title: 'There is no such matter' },
  'ticket.unit-unresolved': {
    status: 422,
    title: 'Choose the unit: the catalogue names none for this matter and place',
  },
  'ticket.limit-missing': { status: 422, title: 'Set the limit: the catalogue has none for this matter' },
  'ticket.sub-limit-late': { status: 422, title: 'Co-handling units cannot have longer than the lead unit' },
  'ticket.area-mismatch': { status: 422, title: 'The street does not belong to the district' },
  'ticket.has-merged': { status: 409, title: 'Other requests are merged into this ticket: it goes on for them' },
  'ticket.merge-target': { status: 409, title: 'These tickets cannot be merged' },
  'ticket.merge-excluded': { status: 409, title: 'One of the requests accuses a unit that has the other' },
  'ticket.follow-up-missing': {
    status: 409,
    title: 'A ticket closes with a follow-up outcome or a recorded reason for none',
  },
  'ticket.already-confidential': { status: 409, title: 'The ticket is confidential already' },
  'ticket.request-pending': { status: 409, title: 'A request is waiting for a decision already' },
  'ticket.leaving': { status: 409, title: 'The ticket is on its way to a unit already' },
  'ticket.left': { status: 409, title: 'It has left, or nothing was on its way' },
  'ticket.nothing-pending': { status: 409, title: 'No request is waiting for a decision' },
  'attachment.not-found': { status: 404, title: 'Attachment not found' },
  'attachment.type': { status: 422, title: 'Files of this type are not taken' },
  'attachment.missing': { status: 422, title: 'The attachment is unknown or belongs to another ticket' },
  'attachment.not-ready': { status: 409, title: 'The file is not here yet' },
} as const satisfies ProblemTable

/** Refusals of tickets and files. */
export const ticketProblem = problemsOf(ticketProblems)

/** Why the machine refuses an act. */
export type RefusalCode = keyof typeof ticketProblems | 'auth.forbidden'

/** The refusal of an act by the machine's table. */
export const refusedAct = (code: RefusalCode, extra?: Record<string, unknown>) =>
  code === 'auth.forbidden' ? platformProblem(code, undefined, extra) : ticketProblem(code, undefined, extra)
