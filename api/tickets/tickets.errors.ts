import type { ProblemTable } from '../platform/problem.ts'

export const ticketProblems = {
  'ticket.not-found': { status: 404, title: 'Ticket not found' },
  'ticket.conflict': { status: 409, title: 'The ticket has changed' },
  'ticket.illegal-transition': { status: 409, title: 'The ticket cannot make that move' },
  'ticket.designated': { status: 409, title: 'A designated unit may not return the ticket' },
  'ticket.limit-expired': { status: 409, title: 'The limit has expired: it can no longer be extended' },
  'ticket.already-extended': { status: 409, title: 'The limit was extended before' },
  'ticket.unit-excluded': { status: 409, title: 'This unit must not receive the ticket' },
  'ticket.unit-unknown': { status: 422, title: 'There is no such unit' },
  'ticket.matter-unknown': { status: 422, title: 'There is no such matter' },
  'ticket.merge-target': { status: 409, title: 'These tickets cannot be merged' },
  'ticket.follow-up-missing': { status: 409, title: 'A ticket closes with a follow-up outcome or a recorded reason for none' },
  'ticket.request-pending': { status: 409, title: 'A request is waiting for a decision already' },
  'ticket.nothing-pending': { status: 409, title: 'No request is waiting for a decision' },
} as const satisfies ProblemTable
