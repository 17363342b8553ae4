import type { Tx } from '../../db/db.ts'
import type { Ids } from '../platform/ids.ts'
import { findContact, patchContact } from './contacts.store.ts'
import { beginDraft } from './drafts.ts'

/** A member of staff has the citizen on the line: the contact is theirs, and so is the form, begun with what is known or passed on. */
export const serveContact = async (
  tx: Tx,
  ids: Ids,
  { contactId, staffId, at }: { contactId: string; staffId: string; at: Date },
) => {
  await patchContact(tx, contactId, { handledBy: staffId })
  const contact = await findContact(tx, contactId)
  if (contact) await beginDraft(tx, ids, contact, staffId, at)
}
