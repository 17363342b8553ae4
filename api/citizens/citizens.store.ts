import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { beyond, inOrder, type After } from '../../db/keyset.ts'
import { listed, preparedByShape, preparedQuery } from '../../db/dialect/prepared/prepared-query.ts'
import { inSubtree } from '../../db/paths.ts'
import { partsOf } from '../vocabulary/unit-parts.ts'
import type { Actor, StaffActor } from '../vocabulary/actor.ts'
import type { TicketState } from '../vocabulary/ticket.ts'
import { notAccused } from '../../db/ticket-scope.ts'

/** A caller, known by the number only: `phone` is E.164, or `anonymous:<id>` where it is withheld. */
export type Citizen = Read['t']['citizen']['$inferSelect']

const upsert = preparedQuery(
  (tx: Tx, { id, phone, locale, at }: { id: string; phone: string; locale: string; at: Date }) =>
    tx.q
      .insert(tx.t.citizen)
      .values({ id, phone, locale, contactCount: 1, createdAt: at, updatedAt: at })
      .onConflictDoUpdate({
        target: tx.t.citizen.phone,
        set: { contactCount: sql`${tx.t.citizen.contactCount} + 1`, updatedAt: at },
      })
      .returning(),
)

/**
 * One more contact of a number: its citizen is made or counted up, and the row stays locked until the transaction ends, so that two
 * contacts of one citizen are decided one after the other. A count of one says that the row is new.
 */
export const upsertCitizen = async (
  tx: Tx,
  row: Pick<Citizen, 'id' | 'phone' | 'locale'>,
  at: Date,
): Promise<Citizen> => {
  const [made] = await upsert(tx, { ...row, at })
  if (!made) throw new Error('an upsert answers its row')
  return made
}

const byIds = preparedByShape(
  (ids: readonly string[]) => ids.length,
  (db: Read | Tx, _, values: Record<string, string>) =>
    db.q
      .select()
      .from(db.t.citizen)
      .where(inArray(db.t.citizen.id, listed.list(values))),
)

/** The citizen of an id. */
export const findCitizen = async (db: Read | Tx, id: string): Promise<Citizen | undefined> =>
  (await findCitizens(db, [id]))[0]

/** The citizen of a number in E.164. */
export const findCitizenByPhone = async (db: Read | Tx, phone: string): Promise<Citizen | undefined> => {
  const [row] = await db.q.select().from(db.t.citizen).where(eq(db.t.citizen.phone, phone))
  return row
}

/** At most 500 at a time; a page of tickets has fewer. */
export const findCitizens = (db: Read | Tx, ids: readonly string[]): Promise<Citizen[]> => {
  const some = ids.slice(0, 500)
  return some.length === 0 ? Promise.resolve([]) : byIds(db, some, listed.values(some))
}

/** Changes name, note or language; undefined when there is no such citizen. */
export const updateCitizen = async (
  tx: Tx,
  id: string,
  change: Partial<Pick<Citizen, 'name' | 'note' | 'locale'>>,
  at: Date,
): Promise<Citizen | undefined> => {
  const [row] = await tx.q
    .update(tx.t.citizen)
    .set({ ...change, updatedAt: at })
    .where(eq(tx.t.citizen.id, id))
    .returning()
  return row
}

/**
 * Whether a unit now leads or helps with a ticket of this citizen that is not confidential; one that is only copied does not handle it.
 * The unit complained of in a violation report never learns whose it is (JN 32), whatever assignment of it still stands.
 */
export const isHandledBy = async (db: Read | Tx, citizenId: string, actor: StaffActor): Promise<boolean> => {
  const { unitPath } = actor
  const { ticket, assignment } = db.t
  const rows = await db.q
    .select({ ticketId: ticket.id, unitPath: assignment.unitPath, role: assignment.role })
    .from(ticket)
    .innerJoin(assignment, eq(assignment.ticketId, ticket.id))
    .where(
      and(
        eq(ticket.citizenId, citizenId),
        eq(ticket.confidential, false),
        inSubtree(assignment.unitPath, unitPath),
        isNull(assignment.endedAt),
        notAccused(db, actor),
      ),
    )
  return [...Map.groupBy(rows, ({ ticketId }) => ticketId).values()].some((parts) =>
    partsOf(parts, unitPath).some(({ role }) => role !== 'copied'),
  )
}

/** How many tickets a citizen has that the reader may know of, and how many of them are in some states. */
export const countTickets = async (db: Read, actor: Actor, citizenId: string, states: readonly TicketState[]) => {
  const { ticket } = db.t
  const own = and(eq(ticket.citizenId, citizenId), notAccused(db, actor))
  const [all] = await db.q.select({ rows: count() }).from(ticket).where(own)
  const [some] = await db.q
    .select({ rows: count() })
    .from(ticket)
    .where(and(own, inArray(ticket.state, [...states])))
  return { all: all?.rows ?? 0, inStates: some?.rows ?? 0 }
}

/** Tickets of a citizen that the reader may know of, newest first, from after a row. */
export const selectTickets = (db: Read, actor: Actor, citizenId: string, after: After | null, limit: number) => {
  const { ticket } = db.t
  return db.q
    .select({
      id: ticket.id,
      number: ticket.number,
      title: ticket.title,
      state: ticket.state,
      kind: ticket.kind,
      matterCode: ticket.matterCode,
      urgency: ticket.urgency,
      channel: ticket.channel,
      confidential: ticket.confidential,
      leadUnitId: ticket.leadUnitId,
      createdAt: ticket.createdAt,
      dueAt: ticket.dueAt,
      closedAt: ticket.closedAt,
    })
    .from(ticket)
    .where(
      and(
        eq(ticket.citizenId, citizenId),
        notAccused(db, actor),
        beyond(ticket.createdAt, ticket.id, 'descending', after),
      ),
    )
    .orderBy(...inOrder(ticket.createdAt, ticket.id, 'descending'))
    .limit(limit)
    .execute()
}
export type CitizenTicket = Awaited<ReturnType<typeof selectTickets>>[number]
