import type { LiveNote } from '../audit/record.ts'
import { keptFrom, type Accusation } from '../vocabulary/accused.ts'
import type { DeskNotice } from './desk-notice.types.ts'

/** The live event of a notice; `entityId`: the ticket or call it is about. */
export const deskNote = <Facts>(notice: DeskNotice<Facts>, entityId: string, facts: Facts): LiveNote => ({
  topic: 'alert',
  entityId,
  audience: notice.to(facts),
  ...notice.event(facts),
})

/** A notice about a ticket, kept from the people of a unit that the ticket accuses (JN 32). */
export const ticketDeskNote = <Facts>(
  row: DeskNotice<Facts>,
  ticket: Accusation & { id: string; createdAt: Date },
  facts: Facts,
): LiveNote => {
  const note = deskNote(row, ticket.id, facts)
  return { ...note, audience: { ...note.audience, ...keptFrom(ticket) } }
}
