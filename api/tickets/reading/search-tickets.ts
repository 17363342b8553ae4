import type { Read } from '../../../db/db.ts'
import type { Direction } from '../../../db/keyset.ts'
import { facets } from '../../search/facets.rules.ts'
import { find, tokensFor } from '../../search/find.ts'
import { hasAll, searchForm, wordsOf } from '../../search/search-form.rules.ts'
import { foundTexts, isBuilding } from '../../search/search.ts'
import { snippetOf, type Snippet } from '../../search/snippet.rules.ts'
import type { FoundText } from '../../search/texts.types.ts'
import { isScoped, type StaffActor } from '../../vocabulary/actor.ts'
import { may } from '../../vocabulary/permissions.ts'
import { openStates } from '../../vocabulary/ticket.ts'
import type { Sort } from '../../vocabulary/ticket-list.ts'
import { masksFor } from '../privacy/masked-words.ts'
import type { Ticket } from '../tickets.store.ts'
import { keysBetween, ticketsOfKeys, type Indexed } from './search-tickets.store.ts'
import type { ListAsked } from './list-ranges.store.ts'
import { conditions } from './ticket-list.store.ts'
import { viewStates } from './ticket-list.query.ts'

/** Among so many of the newest that were found, other orders than the newest first are made. */
const sortedAmong = 300

/** A page of what was found. */
export interface SearchPage {
  rows: (Indexed & { found: Snippet | null })[]
  /** Looking further would have taken too long, or only so many of the newest are in the order asked for. */
  bounded: boolean
  /** Below this key there may be more. */
  reached: number | null
  /** Older tickets do not stand in the index yet. */
  building: boolean
}

/** What of a ticket's texts this reader reads. */
const readBy = (actor: StaffActor) => {
  const scoped = isScoped(actor)
  const names = may(actor, 'citizen.read')
  return ({ where, hotline, unit }: FoundText): string | null =>
    where === 'name' && !names ? null : scoped ? unit : hotline
}

/** Facets that every ticket of these filters has: the index then walks no others. What they leave to the condition is looked at row by row. */
const facetGroups = (actor: StaffActor, { filter, unitPath }: Pick<ListAsked, 'filter' | 'unitPath'>): string[][] => {
  const one = (facet: string | undefined) => (facet === undefined ? [] : [[facet]])
  const any = <Value extends string>(values: readonly Value[] | undefined, facet: (value: Value) => string) =>
    values && values.length > 0 ? [values.map(facet)] : []
  const states = [viewStates[filter.view], filter.state?.length ? filter.state : null]
  const allOpen = states.some((some) => some?.every((state) => openStates.includes(state)))
  return [
    ...one(isScoped(actor) ? facets.heldUnder(actor.unitPath) : undefined),
    ...one(unitPath === null ? undefined : facets.ledUnder(unitPath)),
    ...one(allOpen ? facets.open : undefined),
    ...any(filter.kind, facets.kind),
    ...any(filter.urgency, facets.urgency),
    ...any(filter.channel, facets.channel),
    ...one(filter.district && facets.district(filter.district)),
    ...one(filter.street && facets.street(filter.street)),
    ...one(filter.matter && facets.matter(filter.matter)),
  ]
}

const matches = async (db: Read, actor: StaffActor, rows: readonly Indexed[], words: readonly string[]) => {
  const reads = readBy(actor)
  const texts = new Map<string, FoundText[]>()
  const fits = (all: readonly FoundText[]) => {
    const forms = all.map((text) => searchForm(reads(text) ?? ''))
    return words.every((word) => forms.some((form) => form.includes(word)))
  }
  // most have everything in the request itself
  const plain = ({ ticket }: Indexed) =>
    !isScoped(actor) || (!ticket.confidential && ticket.unitSearchText === null)
      ? hasAll(searchForm(ticket.searchText), words)
      : false
  const others = rows.filter((row) => !plain(row))
  for (const [id, all] of await foundTexts(
    db,
    others.map(({ ticket }) => ticket),
  ))
    texts.set(id, all)
  return rows.filter((row) => plain(row) || fits(texts.get(row.ticket.id) ?? []))
}

/** The sentence that tells why a ticket was found, as its reader reads it. */
const snippets = async (db: Read, actor: StaffActor, tickets: readonly Ticket[], words: readonly string[]) => {
  const reads = readBy(actor)
  const masks = await masksFor(db, actor, tickets)
  const own = (ticket: Ticket) => {
    const mask = masks.of(ticket)
    return [
      { where: 'request' as const, text: mask(ticket.request) },
      { where: 'title' as const, text: mask(ticket.title) },
      { where: 'place' as const, text: mask(ticket.place ?? '') },
      { where: 'number' as const, text: ticket.number },
    ]
  }
  const whole = tickets.filter((ticket) => !own(ticket).some(({ text }) => hasAll(searchForm(text), words)))
  const others = await foundTexts(db, whole)
  return (ticket: Ticket) =>
    snippetOf(
      [
        ...own(ticket),
        ...(others.get(ticket.id) ?? []).flatMap((text) =>
          text.where === 'request' ? [] : [{ where: text.where, text: reads(text) ?? '' }],
        ),
      ],
      words,
    )
}

const momentOf: Record<Sort, (ticket: Ticket) => Date> = {
  clock: ({ dueSort }) => dueSort,
  updated: ({ updatedAt }) => updatedAt,
  created: ({ createdAt }) => createdAt,
}

const inMemory = (rows: readonly Indexed[], sort: Sort, { after, size }: Pick<ListAsked, 'after' | 'size'>) => {
  const direction: Direction = sort === 'clock' ? 'ascending' : 'descending'
  const sign = direction === 'ascending' ? 1 : -1
  const compare = (a: { at: Date; id: string }, b: { at: Date; id: string }) =>
    sign * (a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const placed = rows.map((row) => ({ row, at: momentOf[sort](row.ticket), id: row.ticket.id })).toSorted(compare)
  return placed
    .filter((one) => after === null || compare(one, after) > 0)
    .slice(0, size + 1)
    .map(({ row }) => row)
}

/**
 * Tickets in which every word of a search is found, within the reader's scope and the list's filters, and one more than the page has. The newest first
 * costs the same in any city; in another order stand the newest `sortedAmong` of them.
 */
export const searchTickets = async (db: Read, actor: StaffActor, asked: ListAsked, q: string): Promise<SearchPage> => {
  const { filter, unitPath, sort, after, size, now } = asked
  const words = wordsOf(q)
  const none: SearchPage = { rows: [], bounded: false, reached: null, building: false }
  if (words.length === 0) return none
  const { q: _, ...others } = filter
  const condition = conditions(db, actor, others, now, unitPath)
  const moment = (text: string | undefined) => (text ? new Date(text) : null)
  const range = await keysBetween(db, moment(filter.from), moment(filter.to))
  const newestFirst = sort === 'created'
  const grams = tokensFor(words, !isScoped(actor))
  const { rows, bounded, reached } = await find<Indexed>(db, {
    groups: [...grams, ...facetGroups(actor, asked)],
    exact: grams.length > 0,
    below: Math.min(range.below, newestFirst && after ? after.at.getTime() : Number.MAX_SAFE_INTEGER),
    above: range.above,
    want: newestFirst ? size + 1 : sortedAmong,
    rowsOf: (keys) => ticketsOfKeys(db, keys, condition),
    keyOf: ({ key }) => key,
    keep: (some) => matches(db, actor, some, words),
  })
  const page = newestFirst ? rows : inMemory(rows, sort, asked)
  const found = await snippets(
    db,
    actor,
    page.map(({ ticket }) => ticket),
    words,
  )
  return {
    rows: page.map((row) => ({ ...row, found: found(row.ticket) })),
    bounded: newestFirst ? bounded : bounded || rows.length === sortedAmong,
    reached: newestFirst && bounded ? reached : null,
    building: await isBuilding(db),
  }
}
