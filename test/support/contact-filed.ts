import { eq } from 'drizzle-orm'
import type { ContactFiledIn } from '../../api/tickets/opening/file-ticket.ts'

/** Filing where no call is involved: the contact alone is tied to its ticket. */
export const contactFiledIn: ContactFiledIn = async (tx, _actor, { contactId, ticketId }) => {
  await tx.q.update(tx.t.contact).set({ state: 'filed', ticketId }).where(eq(tx.t.contact.id, contactId)).returning()
}

/** Without calls there is none to lock. */
export const lockContactIn = async () => {}
