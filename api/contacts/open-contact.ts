import type { Tx } from '../../db/db.ts'
import type { DangerKind } from '../vocabulary/danger.ts'
import type { Channel, ContactState } from '../vocabulary/contact.ts'
import { insertContact } from './contacts.store.ts'

/** Somebody turned to the hotline: by which channel, when, with which words, and what became of it so far. */
export interface NewContact {
  id: string
  channel: Channel
  citizenId: string
  lineId: string | null
  callId?: string
  messageId?: string
  ticketId?: string | null
  state: ContactState
  /** As it came, unchanged; empty where it is still to be said. */
  text: string
  startedAt: Date
  endedAt?: Date
  handledBy?: string
  danger?: DangerKind | null
}

/** Stores a contact, in the transaction in which it came in. */
export const openContact = (tx: Tx, contact: NewContact): Promise<void> => insertContact(tx, contact)
