import { and, eq, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { beyond, inOrder } from '../../db/keyset.ts'
import { touchTickets } from '../search/index-tickets.ts'
import { nextAfter, type SweepAsked } from '../../db/sweep.ts'

/** What stands in the place of a title that is gone. */
const noTitle = '—'

/** Tickets that ended before a moment and still have their words, oldest first; one that was merged into another ends with that one. */
export const findOldTickets = async (db: Read | Tx, { before, after, limit }: SweepAsked) => {
  const { ticket } = db.t
  const rows = await db.q
    .select({ id: ticket.id, at: ticket.closedAt, mainId: ticket.mainTicketId })
    .from(ticket)
    .where(
      and(isNull(ticket.erasedAt), lt(ticket.closedAt, before), beyond(ticket.closedAt, ticket.id, 'ascending', after)),
    )
    .orderBy(...inOrder(ticket.closedAt, ticket.id, 'ascending'))
    .limit(limit)
  const mainIds = rows.flatMap(({ mainId }) => (mainId === null ? [] : [mainId]))
  const needed = mainIds.length === 0 ? [] : await notOlder(db, mainIds, before)
  const waiting = new Set(needed.map(({ id }) => id))
  return {
    ids: rows.filter(({ mainId }) => mainId === null || !waiting.has(mainId)).map(({ id }) => id),
    next: nextAfter(
      rows.flatMap(({ id, at }) => (at === null ? [] : [{ id, at }])),
      limit,
    ),
  }
}

/** Which of some tickets are open, or ended after a moment. */
const notOlder = (db: Read | Tx, ids: readonly string[], before: Date) => {
  const { ticket } = db.t
  return db.q
    .select({ id: ticket.id })
    .from(ticket)
    .where(and(inArray(ticket.id, [...ids]), or(isNull(ticket.closedAt), gte(ticket.closedAt, before))))
    .execute()
}

/**
 * Takes the words, the place and the files (not the timeline, which the audit's room keeps) of tickets that have ended; number, kind, matter, states, units and times stay for reports.
 * Answers the ids of those that were still to be erased: one that was opened again meanwhile is left alone.
 */
export const eraseTickets = async (tx: Tx, given: readonly string[], before: Date, now: Date): Promise<string[]> => {
  if (given.length === 0) return []
  const { answer, assignment, attachment, extension, returnRequest, ticket, trainingExample } = tx.t
  const erased = await tx.q
    .update(ticket)
    .set({
      title: noTitle,
      request: '',
      searchText: '',
      unitSearchText: null,
      place: null,
      lat: null,
      lon: null,
      outcome: null,
      proposal: null,
      erasedAt: now,
      version: sql`${ticket.version} + 1`,
    })
    .where(and(inArray(ticket.id, [...given]), isNull(ticket.erasedAt), lt(ticket.closedAt, before)))
    .returning({ id: ticket.id })
  const ids = erased.map(({ id }) => id)
  if (ids.length === 0) return []
  touchTickets(tx, ids)
  await tx.q.delete(trainingExample).where(inArray(trainingExample.ticketId, ids)).returning({ id: trainingExample.id })
  await tx.q.delete(attachment).where(inArray(attachment.ticketId, ids)).returning({ id: attachment.id })
  await tx.q
    .update(assignment)
    .set({ instruction: null })
    .where(inArray(assignment.ticketId, ids))
    .returning({ id: assignment.id })
  await tx.q
    .update(returnRequest)
    .set({ reason: '', basis: '', note: null })
    .where(inArray(returnRequest.ticketId, ids))
    .returning({ id: returnRequest.id })
  await tx.q
    .update(extension)
    .set({ reason: '', note: null })
    .where(inArray(extension.ticketId, ids))
    .returning({ id: extension.id })
  await tx.q
    .update(answer)
    .set({ text: '', result: '', note: null, attachmentIds: null })
    .where(inArray(answer.ticketId, ids))
    .returning({ id: answer.id })
  return ids
}

/** How a citizen's ticket stands for retention: when it ended (null: it is open), and whether its words are gone. */
export interface TicketEnd {
  id: string
  endedAt: Date | null
  erasedAt: Date | null
}

/** A citizen's tickets; one that was merged into another is over when both are, for the citizen is answered through that one. */
export const endsOfTickets = async (db: Read | Tx, citizenId: string): Promise<TicketEnd[]> => {
  const { ticket } = db.t
  const ends = { id: ticket.id, endedAt: ticket.closedAt, erasedAt: ticket.erasedAt, mainId: ticket.mainTicketId }
  const own = await db.q.select(ends).from(ticket).where(eq(ticket.citizenId, citizenId))
  const mainIds = own.flatMap(({ mainId }) => (mainId === null ? [] : [mainId]))
  const mains = mainIds.length === 0 ? [] : await db.q.select(ends).from(ticket).where(inArray(ticket.id, mainIds))
  const endOf = new Map(mains.map(({ id, endedAt }) => [id, endedAt]))
  return own.map(({ id, endedAt, erasedAt, mainId }) => {
    const mainEnd = mainId === null ? endedAt : (endOf.get(mainId) ?? null)
    const both = endedAt === null || mainEnd === null ? null : endedAt > mainEnd ? endedAt : mainEnd
    return { id, endedAt: both, erasedAt }
  })
}
