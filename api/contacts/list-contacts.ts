import { citizenProblem } from '../citizens/citizens.errors.ts'
import type { Citizens } from '../citizens/citizens.ts'
import type { Db } from '../../db/db.ts'
import { demand } from '../platform/demand.ts'
import { openPage, type Page } from '../platform/page.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { contactsOf, type CitizenContact } from './contacts.store.ts'

/** A page of a citizen's contacts, as asked for. */
export interface ContactsAsked {
  citizenId: string
  cursor?: string | undefined
  size: number
}

/** A citizen's calls, texts and forms, newest first. Needs `citizen.read`. Throws `citizen.not-found`. */
export const listContacts =
  (deps: { db: Db; citizens: Pick<Citizens, 'isKnown'> }) =>
  async (actor: Actor, { citizenId, cursor, size }: ContactsAsked): Promise<Page<CitizenContact>> => {
    demand(actor, 'citizen.read')
    if (!(await deps.citizens.isKnown(deps.db, citizenId))) throw citizenProblem('citizen.not-found')
    const page = openPage('contacts', { citizenId }, { cursor, size })
    const rows = await contactsOf(deps.db, actor, citizenId, page.after, size + 1)
    return page.cut(rows, (row) => ({ at: row.startedAt, id: row.id }))
  }
