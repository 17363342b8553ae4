import { and, asc, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import type { FoundText } from './texts.types.ts'
import { maskWords } from '../platform/personal/mask-words.rules.ts'

type Row = Pick<
  Read['t']['ticket']['$inferSelect'],
  'id' | 'citizenId' | 'confidential' | 'searchText' | 'unitSearchText' | 'mainTicketId'
>

const byTicket = <One extends { ticketId: string }>(rows: readonly One[]) =>
  Map.groupBy(rows, ({ ticketId }) => ticketId)

const answersOf = ({ q, t: { answer } }: Read | Tx, ids: string[]) =>
  q
    .select({ ticketId: answer.ticketId, text: answer.text, result: answer.result })
    .from(answer)
    .where(inArray(answer.ticketId, ids))
    .orderBy(asc(answer.createdAt), asc(answer.id))
    .execute()

/** What people wrote in the timeline; what the program tells of itself, and texts it sent, would be found in every ticket. */
const notesOf = ({ q, t: { timelineEntry } }: Read | Tx, ids: string[]) =>
  q
    .select({ ticketId: timelineEntry.ticketId, text: timelineEntry.text, visibility: timelineEntry.visibility })
    .from(timelineEntry)
    .where(
      and(
        inArray(timelineEntry.ticketId, ids),
        isNotNull(timelineEntry.text),
        ne(timelineEntry.actorKind, 'system'),
        ne(timelineEntry.type, 'messageOut'),
      ),
    )
    .orderBy(asc(timelineEntry.at), asc(timelineEntry.id))
    .execute()

const namesOf = async ({ q, t: { citizen } }: Read | Tx, ids: string[]) => {
  const rows =
    ids.length === 0
      ? []
      : await q
          .select({ id: citizen.id, name: citizen.name })
          .from(citizen)
          .where(and(inArray(citizen.id, ids), isNotNull(citizen.name)))
  return new Map(rows.map(({ id, name }) => [id, name ?? '']))
}

/** Tickets that were merged into these and ask for confidence: their citizens' names may stand in the main one. */
const secretlyMerged = ({ q, t: { ticket } }: Read | Tx, ids: string[]) =>
  q
    .select({ mainTicketId: ticket.mainTicketId, citizenId: ticket.citizenId })
    .from(ticket)
    .where(and(inArray(ticket.mainTicketId, ids), eq(ticket.confidential, true)))
    .execute()

/** All texts of some tickets that may be found, the request's first. What tells who asked in confidence is taken out of what units read. */
export const foundTexts = async (db: Read | Tx, tickets: readonly Row[]): Promise<Map<string, FoundText[]>> => {
  if (tickets.length === 0) return new Map()
  const ids = tickets.map(({ id }) => id)
  const merged = Map.groupBy(await secretlyMerged(db, ids), ({ mainTicketId }) => mainTicketId ?? '')
  const secretIn = ({ id, confidential, citizenId }: Row) => [
    ...(confidential ? [citizenId] : []),
    ...(merged.get(id) ?? []).map((one) => one.citizenId),
  ]
  const names = await namesOf(db, [...new Set(tickets.flatMap((one) => [one.citizenId, ...secretIn(one)]))])
  const [answers, notes] = [byTicket(await answersOf(db, ids)), byTicket(await notesOf(db, ids))]
  return new Map(
    tickets.map((ticket) => {
      const secret = secretIn(ticket)
      const known = secret.flatMap((id) => names.get(id) ?? [])
      const masked = (text: string) => (secret.length === 0 ? text : maskWords(text, { names: known }))
      const name = names.get(ticket.citizenId)
      const texts: FoundText[] = [
        {
          where: 'request',
          hotline: ticket.searchText,
          unit: ticket.unitSearchText ?? (secret.length === 0 ? ticket.searchText : ''),
        },
        ...(answers.get(ticket.id) ?? [])
          .flatMap(({ text, result }) => [text, result])
          .map((text) => ({ where: 'answer' as const, hotline: text, unit: masked(text) })),
        ...(notes.get(ticket.id) ?? []).map(({ text, visibility }) => ({
          where: 'note' as const,
          hotline: text ?? '',
          unit: visibility === 'hotline' ? null : masked(text ?? ''),
        })),
        ...(name === undefined ? [] : [{ where: 'name' as const, hotline: name, unit: null }]),
      ]
      return [ticket.id, texts.filter(({ hotline, unit }) => hotline !== '' || unit)]
    }),
  )
}

/** Tickets whose texts tell this citizen's name, or hide it: their own, and those that theirs were merged into. */
export const ticketsNaming = async ({ q, t: { ticket } }: Tx, citizenId: string): Promise<string[]> => {
  const rows = await q
    .select({ id: ticket.id, mainTicketId: ticket.mainTicketId })
    .from(ticket)
    .where(eq(ticket.citizenId, citizenId))
    .orderBy(desc(ticket.createdAt))
  return [...new Set(rows.flatMap(({ id, mainTicketId }) => [id, ...(mainTicketId === null ? [] : [mainTicketId])]))]
}
