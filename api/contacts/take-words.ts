import type { Tx } from '../../db/db.ts'
import type { Proposal, Triage } from '../triage/triage.types.ts'
import { findContact, patchContact } from './contacts.store.ts'
import { refreshDraft } from './drafts.ts'

/**
 * The citizen goes on telling: their words so far become the contact's text and, until a person has written in it, the draft's. A danger
 * once told stays with the contact. Answers the danger in what was said last; null where there is none.
 */
export const takeWords =
  (deps: { triage: Pick<Triage, 'propose'> }) =>
  async (
    tx: Tx,
    { contactId, text, last, at }: { contactId: string; text: string; last: string; at: Date },
  ): Promise<Proposal['danger']> => {
    const contact = await findContact(tx, contactId)
    if (!contact) return null
    const { danger } = deps.triage.propose(last)
    const told = { text, danger: contact.danger ?? danger?.kind ?? null }
    await patchContact(tx, contactId, told)
    await refreshDraft(tx, { ...contact, ...told }, at)
    return danger
  }
