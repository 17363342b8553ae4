import type { Contact } from './contacts.store.ts'

/** The intake form as the program fills it in before a person does, in the words of `FileTicket`: who said what by which channel and line. */
export const draftContent = (
  contact: Pick<Contact, 'id' | 'channel' | 'citizenId' | 'lineId' | 'text' | 'danger'>,
): Record<string, unknown> => ({
  channel: contact.channel,
  citizenId: contact.citizenId,
  contactId: contact.id,
  text: contact.text,
  ...(contact.lineId ? { lineId: contact.lineId } : {}),
  ...(contact.danger ? { danger: contact.danger } : {}),
})
