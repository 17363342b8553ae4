import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { lockForFiling, markFiled } from './contacts.store.ts'

/** What another room does when a contact becomes a ticket, in the filing's own transaction. */
export interface FilingListener {
  /**
   * Taken before anything else in the transaction: calls are locked before the live stream everywhere (`record` locks that), so a filing
   * that took the stream's lock first could wait for a call event that waits for it.
   */
  lock?(tx: Tx, contactId: string): Promise<void>
  /** The contact belongs to the ticket now. */
  filed(tx: Tx, actor: Actor, filed: { contactId: string; ticketId: string }): Promise<void>
}

/** Ties contacts to tickets; whoever has to do something about it registers at the start, as with the outbox. */
export const createFiling = () => {
  const listeners: FilingListener[] = []
  return {
    onFiled: (listener: FilingListener) => {
      listeners.push(listener)
    },
    /**
     * The first step of a transaction that files contacts: nobody else files them until it ends. Answers those of them that somebody
     * has filed already.
     */
    lockIn: async (tx: Tx, contactIds: readonly string[]) => {
      for (const contactId of contactIds.toSorted())
        for (const listener of listeners) await listener.lock?.(tx, contactId)
      return lockForFiling(tx, contactIds)
    },
    /** The contacts became a ticket, or belong to one. The transaction must have begun with `lockIn`. */
    fileIn: async (tx: Tx, actor: Actor, contactIds: readonly string[], ticketId: string): Promise<void> => {
      if (contactIds.length === 0) return
      await markFiled(tx, contactIds, { ticketId, ...(actor.kind === 'staff' ? { handledBy: actor.id } : {}) })
      for (const contactId of contactIds)
        for (const listener of listeners) await listener.filed(tx, actor, { contactId, ticketId })
    },
  }
}
export type Filing = ReturnType<typeof createFiling>
