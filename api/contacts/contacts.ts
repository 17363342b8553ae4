import type { WriteDeps } from '../platform/deps.ts'
import { createDrafts } from './drafts.ts'
import { createFiling } from './file-contact.ts'
import { fileTicket, type FileDeps } from './file-ticket.ts'
import { takeWords } from './take-words.ts'

export interface ContactsDeps extends WriteDeps, FileDeps {}

/**
 * Contacts: whoever turns to the hotline, by whatever channel, and what becomes of it. A channel brings words, a sender and attachments;
 * a room that must do something when a contact is filed registers with `onFiled`.
 */
export const createContacts = (deps: ContactsDeps) => {
  const filing = createFiling()
  return {
    ...filing,
    takeWords: takeWords(deps),
    /** The agent's form; see file-ticket.ts. */
    fileTicket: fileTicket(deps, filing),
    drafts: createDrafts(deps),
  }
}
export type Contacts = ReturnType<typeof createContacts>
