import { problemsOf, type ProblemTable } from '../platform/problem.ts'

export const contactProblems = {
  'ticket.contact-unknown': { status: 422, title: 'There is no such contact or citizen' },
  'ticket.contact-filed': { status: 409, title: 'The contact belongs to a ticket already' },
  'ticket.line-unknown': { status: 422, title: 'There is no such line' },
  'draft.not-found': { status: 404, title: 'Draft not found' },
  'draft.conflict': { status: 409, title: 'The draft has changed' },
} as const satisfies ProblemTable

/** Refusals of filing a contact and of drafts. */
export const contactProblem = problemsOf(contactProblems)
