import type { LiveNote } from '../../audit/record.ts'
import { keptFrom } from '../../vocabulary/accused.ts'
import { hotlineRoles } from '../../vocabulary/actor.ts'
import type { Ticket } from '../tickets.store.ts'

/** A ticket's lists move at the hotline; units hear nothing, for nothing has happened to them. */
export const leavingNote = (ticket: Ticket, type: 'leaving' | 'takenBack' | 'notSent'): LiveNote => ({
  topic: 'ticket',
  type,
  entityId: ticket.id,
  audience: { roles: [...hotlineRoles], ...keptFrom(ticket) },
  payload: { number: ticket.number, state: ticket.state, version: ticket.version },
})
