import type { Read, Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import type { Channel } from '../vocabulary/contact.ts'
import { anyDangerSince, earlierContacts, findContact, openContactsOf, type Contact } from './contacts.store.ts'

export type { Contact } from './contacts.store.ts'

/** One contact; undefined where there is none by this id. */
export const readContact = (db: Read | Tx, id: string): Promise<Contact | undefined> => findContact(db, id)

/** What a citizen said before, newest first, without the contact at hand, as far as the reader may know of it. */
export const contactsBefore = (db: Read | Tx, actor: Actor, contact: Pick<Contact, 'id' | 'citizenId'>, most: number) =>
  earlierContacts(db, actor, contact.citizenId, contact.id, most)

/** Whether a citizen told of a danger since a moment, by whatever channel and whatever they said after it. */
export const dangerSince = (db: Read | Tx, citizenId: string, since: Date): Promise<boolean> =>
  anyDangerSince(db, citizenId, since)

/** What each of these citizens said last by one channel, of what nobody has looked at, and since when the first of it waits. */
export const waitingTexts = async (
  db: Read,
  actor: Actor,
  citizenIds: readonly string[],
  channel: Channel,
): Promise<Map<string, { text: string; at: Date; since: Date }>> => {
  if (citizenIds.length === 0) return new Map()
  const rows = await openContactsOf(db, actor, citizenIds, channel)
  const found = new Map<string, { text: string; at: Date; since: Date }>()
  // oldest first
  for (const { citizenId, text, at } of rows)
    found.set(citizenId, { text, at, since: found.get(citizenId)?.since ?? at })
  return found
}
