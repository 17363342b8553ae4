import type { Tx } from '../../db/db.ts'
import type { Ticket } from '../tickets/tickets.ts'
import type { Contact } from './contacts.store.ts'
import { openContact } from './open-contact.ts'

/**
 * A further contact for a second request of one call or conversation (再登记一件): same channel, citizen, line and call, filed from the
 * beginning. It is made with its ticket, so that a form that is given up leaves nothing that waits for anybody.
 */
export const openFurther = (
  tx: Tx,
  first: Contact,
  { id, ticket, staffId, at }: { id: string; ticket: Ticket; staffId: string; at: Date },
): Promise<void> =>
  openContact(tx, {
    id,
    channel: first.channel,
    citizenId: first.citizenId,
    lineId: first.lineId,
    ...(first.callId === null ? {} : { callId: first.callId }),
    ticketId: ticket.id,
    state: 'filed',
    text: ticket.request,
    danger: ticket.danger,
    startedAt: first.startedAt,
    endedAt: first.endedAt ?? at,
    handledBy: staffId,
  })
