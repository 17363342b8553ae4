import type { Call } from '../calls/call/calls.store.ts'
import type { Contact } from './contacts.store.ts'

/** The intake form as the program fills it in before a person does, in the words of `FileTicket`: who called which line, and what they said so far. */
export const draftContent = (
  call: Pick<Call, 'citizenId' | 'lineId'>,
  contact: Pick<Contact, 'id' | 'text' | 'danger'>,
): Record<string, unknown> => ({
  channel: 'call',
  citizenId: call.citizenId,
  contactId: contact.id,
  text: contact.text,
  ...(call.lineId ? { lineId: call.lineId } : {}),
  ...(contact.danger ? { danger: contact.danger } : {}),
})
