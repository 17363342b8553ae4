import type { Tx } from '../../db/db.ts'
import { readTogether } from '../triage/read-together.ts'
import type { Proposal, Triage } from '../triage/triage.types.ts'
import { findContact, patchContact } from './contacts.store.ts'
import { refreshDraft } from './drafts.ts'

/** What the citizen has said. */
export interface Heard {
  contactId: string
  /** All of it, a line each. */
  text: string
  /** The lines of the last moments, the newest last. */
  lately: readonly string[]
  at: Date
}

/**
 * The citizen goes on talking: their lines so far become the contact's text and, until a person has written in it, the draft's. A danger
 * once told stays with the contact. Answers the danger in the newest line, by itself or together with those just before it; null where there is none.
 */
export const takeTranscript =
  (deps: { triage: Pick<Triage, 'propose'> }) =>
  async (tx: Tx, { contactId, text, lately, at }: Heard): Promise<Proposal['danger']> => {
    const contact = await findContact(tx, contactId)
    if (!contact) return null
    const newest = lately.at(-1) ?? ''
    const danger =
      deps.triage.propose(newest).danger ??
      readTogether(deps.triage, lately.slice(0, -1), newest)?.proposal.danger ??
      null
    const known = { text, danger: contact.danger ?? danger?.kind ?? null }
    await patchContact(tx, contactId, known)
    await refreshDraft(tx, { ...contact, ...known }, at)
    return danger
  }
