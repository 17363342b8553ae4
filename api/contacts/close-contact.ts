import type { Tx } from '../../db/db.ts'
import type { Channel } from '../vocabulary/contact.ts'
import { closeOpen, patchContact, settleOpen } from './contacts.store.ts'

/** Ends a contact that nobody filed: it needed no ticket, or the call-back list has it. A filed one keeps its state. */
export const closeContact = (tx: Tx, id: string, endedAt: Date, more: { handledBy?: string | null } = {}) =>
  closeOpen(tx, id, { ...more, endedAt })

/** The talk is over; whether the contact becomes a ticket is decided when it is written up. */
export const endContact = (tx: Tx, id: string, ended: { endedAt: Date; handledBy: string | null }) =>
  patchContact(tx, id, ended)

/** Nobody was there to listen: what was left behind waits for a person. */
export const leaveForPerson = (tx: Tx, id: string, endedAt: Date) => patchContact(tx, id, { state: 'open', endedAt })

/** A person has looked at what a citizen said by one channel. Answers how many contacts waited. */
export const settleContacts = (tx: Tx, settled: { citizenId: string; channel: Channel; staffId: string }) =>
  settleOpen(tx, settled.citizenId, settled.channel, settled.staffId)
