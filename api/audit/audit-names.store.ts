import { and, eq, inArray } from 'drizzle-orm'
import type { Read } from '../../db/db.ts'
import { visibleTo } from '../../db/ticket-scope.ts'
import type { Actor } from '../vocabulary/actor.ts'

/** To whom and to which ticket a thing belongs. */
export interface Belonging {
  id: string
  ticketId: string | null
  citizenId: string | null
}

/** One read for each kind of thing that belongs to a ticket or a citizen; ids that are gone are missing. */
const readers: Record<string, (db: Read, ids: string[]) => Promise<Belonging[]>> = {
  cal: ({ q, t: { call } }, ids) =>
    q
      .select({ id: call.id, ticketId: call.ticketId, citizenId: call.citizenId })
      .from(call)
      .where(inArray(call.id, ids))
      .execute(),
  rec: ({ q, t: { call, recording } }, ids) =>
    q
      .select({ id: recording.id, ticketId: call.ticketId, citizenId: call.citizenId })
      .from(recording)
      .innerJoin(call, eq(call.id, recording.callId))
      .where(inArray(recording.id, ids))
      .execute(),
  cbk: ({ q, t: { call, callback } }, ids) =>
    q
      .select({ id: callback.id, ticketId: call.ticketId, citizenId: callback.citizenId })
      .from(callback)
      .innerJoin(call, eq(call.id, callback.callId))
      .where(inArray(callback.id, ids))
      .execute(),
  cnt: ({ q, t: { contact } }, ids) =>
    q
      .select({ id: contact.id, ticketId: contact.ticketId, citizenId: contact.citizenId })
      .from(contact)
      .where(inArray(contact.id, ids))
      .execute(),
  msg: ({ q, t: { message } }, ids) =>
    q
      .select({ id: message.id, ticketId: message.ticketId, citizenId: message.citizenId })
      .from(message)
      .where(inArray(message.id, ids))
      .execute(),
  flw: ({ q, t: { followUp } }, ids) =>
    q
      .select({ id: followUp.id, ticketId: followUp.ticketId, citizenId: followUp.citizenId })
      .from(followUp)
      .where(inArray(followUp.id, ids))
      .execute(),
  att: async ({ q, t: { attachment } }, ids) => {
    const rows = await q
      .select({ id: attachment.id, ticketId: attachment.ticketId })
      .from(attachment)
      .where(inArray(attachment.id, ids))
    return rows.map((row) => ({ ...row, citizenId: null }))
  },
}

/** The belongings of the ids, by id: at most one query for each kind of id. */
export const selectBelongings = async (db: Read, ids: readonly string[]): Promise<Map<string, Belonging>> => {
  const found = await Promise.all(
    Object.entries(readers).map(async ([prefix, read]) => {
      const own = ids.filter((id) => id.startsWith(`${prefix}_`))
      return own.length === 0 ? [] : read(db, own)
    }),
  )
  return new Map(found.flat().map((row) => [row.id, row]))
}

/** The numbers of the tickets among these that the reader may see. */
export const selectTicketNumbers = async (db: Read, actor: Actor, ids: readonly string[]) => {
  const { ticket } = db.t
  if (ids.length === 0) return []
  return db.q
    .select({ id: ticket.id, number: ticket.number })
    .from(ticket)
    .where(and(inArray(ticket.id, [...ids]), visibleTo(db, actor)))
    .execute()
}

/** The id of the ticket with this number, if the reader may see it. */
export const selectTicketId = async (db: Read, actor: Actor, number: string): Promise<string | undefined> => {
  const { ticket } = db.t
  const [row] = await db.q
    .select({ id: ticket.id })
    .from(ticket)
    .where(and(eq(ticket.number, number), visibleTo(db, actor)))
  return row?.id
}

/** Name and number of citizens by id. The number is the whole one: whoever shows it masks it. */
export const selectCitizens = async (db: Read, ids: readonly string[]) => {
  const { citizen } = db.t
  if (ids.length === 0) return []
  return db.q
    .select({ id: citizen.id, name: citizen.name, phone: citizen.phone })
    .from(citizen)
    .where(inArray(citizen.id, [...ids]))
    .execute()
}

/** Matters and articles, which the catalogue and the knowledge base name. */
export const selectTitles = async (db: Read, ids: readonly string[]) => {
  const { matter, article } = db.t
  const of = (prefix: string) => ids.filter((id) => id.startsWith(`${prefix}_`))
  const [matters, articles] = await Promise.all([
    of('mat').length === 0
      ? []
      : db.q
          .select({ id: matter.id, name: matter.name, nameEn: matter.nameEn })
          .from(matter)
          .where(inArray(matter.id, of('mat'))),
    of('art').length === 0
      ? []
      : db.q
          .select({ id: article.id, name: article.title })
          .from(article)
          .where(inArray(article.id, of('art'))),
  ])
  return { matters, articles }
}
