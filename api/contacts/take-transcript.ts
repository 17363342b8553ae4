import type { Tx } from '../../db/db.ts'
import type { Proposal, Triage } from '../triage/triage.types.ts'
import { findContact, patchContact } from './contacts.store.ts'
import { refreshDraft } from './drafts.ts'

/**
 * The citizen goes on talking: their lines so far become the contact's text and, until a person has written in it, the draft's. A danger
 * once told stays with the contact. Answers the danger in the last line; null where there is none.
 */
export const takeTranscript =
  (deps: { triage: Pick<Triage, 'propose'> }) =>
  async (
    tx: Tx,
    { contactId, text, lastLine, at }: { contactId: string; text: string; lastLine: string; at: Date },
  ): Promise<Proposal['danger']> => {
    const contact = await findContact(tx, contactId)
    if (!contact) return null
    const { danger } = deps.triage.propose(lastLine)
    const known = { text, danger: contact.danger ?? danger?.kind ?? null }
    await patchContact(tx, contactId, known)
    await refreshDraft(tx, { ...contact, ...known }, at)
    return danger
  }
