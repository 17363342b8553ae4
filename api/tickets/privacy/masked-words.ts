import type { Read, Tx } from '../../../db/db.ts'
import { mayKnowCitizen, namesOf } from '../../citizens/ticket-citizen.ts'
import { maskWords } from '../../platform/personal/mask-words.rules.ts'
import { isScoped, type Actor } from '../../vocabulary/actor.ts'
import { secretCitizensIn } from './secret-citizens.store.ts'
import type { Ticket } from '../tickets.store.ts'

/** The words of a ticket as one reader may read them. */
export type Mask = <Value>(value: Value) => Value

/** The fields whose values people wrote; everything else in an answer is the program's. */
const written = new Set([
  'title',
  'place',
  'request',
  'instruction',
  'text',
  'result',
  'note',
  'reason',
  'basis',
  'pauseReason',
  'data',
])

const untouched: Mask = (value) => value

const walk = (value: unknown, mask: (text: string) => string, inside: boolean): unknown => {
  if (typeof value === 'string') return inside ? mask(value) : value
  if (Array.isArray(value)) return value.map((one) => walk(one, mask, inside))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, walk(one, mask, inside || written.has(key))]),
  )
}

const isId = /^[a-z]{3}_[0-9a-z]{20}$/

/** How a value is masked: the fields that people wrote, in whatever it holds; of a bare text all of it. */
const maskOf = (names: readonly string[]): Mask => {
  const mask = (text: string) => (isId.test(text) ? text : maskWords(text, { names }))
  // A walk gives back what it was given, with other words in it.
  return <Value>(value: Value) => walk(value, mask, typeof value === 'string') as Value
}

type OfCitizen = Pick<Ticket, 'id' | 'citizenId' | 'confidential'>

/**
 * Takes out of the words of tickets what tells who asked, for readers who may not know (a unit with a confidential ticket, with one that a
 * confidential one was merged into, or with one that it lost): telephone, cards, name, address, in whatever way they are written. Two queries
 * for a unit's page, none for the hotline.
 */
export const masksFor = async (db: Read | Tx, actor: Actor, tickets: readonly OfCitizen[], lost = false) => {
  const merged = isScoped(actor)
    ? await secretCitizensIn(
        db,
        tickets.map(({ id }) => id),
      )
    : new Map<string, string[]>()
  const secretIn = (ticket: OfCitizen) => [
    ...(lost || !mayKnowCitizen(actor, ticket) ? [ticket.citizenId] : []),
    ...(merged.get(ticket.id) ?? []),
  ]
  const names = await namesOf(db, tickets.flatMap(secretIn))
  return {
    of: (ticket: OfCitizen): Mask => {
      const secret = secretIn(ticket)
      return secret.length === 0 ? untouched : maskOf(secret.flatMap((id) => names.get(id) ?? []))
    },
  }
}

/** The same for one ticket. */
export const maskFor = async (db: Read | Tx, actor: Actor, ticket: OfCitizen, lost = false): Promise<Mask> =>
  (await masksFor(db, actor, [ticket], lost)).of(ticket)
