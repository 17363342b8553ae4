import { followUpProblem } from './followup.errors.ts'
import {
  aliasedTable,
  and,
  asc,
  count,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  or,
  type SQL,
} from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import { preparedByShape, preparedQuery } from '../../db/dialect/prepared/prepared-query.ts'
import { changed, updateRow } from '../../db/dialect/update/update-row.ts'
import { notAccused } from '../../db/ticket-scope.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { beyond, inOrder, type After } from '../../db/keyset.ts'
import { lockKey } from '../../db/dialect/lock/lock-key.ts'
import type { FollowUp } from './followup.types.ts'
import { openFollowUpStates } from '../vocabulary/follow-up.ts'

export type FollowUpPatch = Partial<Omit<FollowUp, 'id' | 'ticketId' | 'version'>>

/**
 * Whose question is open, and whose comes next, is settled for one citizen at a time. Taken before a follow-up is touched; a ticket
 * that is to be closed or redone for it is locked after it.
 */
export const lockAsking = (tx: Tx, citizenId: string) => lockKey(tx, `asking:${citizenId}`)

/** The same of several citizens, always in one order. */
export const lockAskingOf = async (tx: Tx, citizenIds: readonly string[]) => {
  for (const citizenId of [...new Set(citizenIds)].toSorted()) await lockAsking(tx, citizenId)
}

const sameAsking = preparedByShape(
  (byAnswer: boolean) => String(byAnswer),
  ({ q, t: { followUp } }: Tx, byAnswer, given: { ticketId: string; answerId: string; round: number }) =>
    q
      .select({ id: followUp.id })
      .from(followUp)
      .where(
        and(
          eq(followUp.ticketId, given.ticketId),
          byAnswer ? eq(followUp.answerId, given.answerId) : eq(followUp.round, given.round),
        ),
      ),
)

/** Undefined when the citizen is, or was, asked about this answer already. */
export const insertFollowUp = async (
  tx: Tx,
  row: Tx['t']['followUp']['$inferInsert'],
): Promise<FollowUp | undefined> => {
  const { ticketId, round, answerId } = row
  const [same] = await sameAsking(tx, Boolean(answerId), { ticketId, answerId: answerId ?? '', round })
  if (same) return undefined
  await insertRows(tx, tx.t.followUp, [{ reminded: 0, ...row }])
  return mustFindFollowUp(tx, row.id)
}

/** Saves only if nobody else saved since. Throws `follow-up.conflict`. */
export const saveFollowUp = async (tx: Tx, before: FollowUp, patch: FollowUpPatch): Promise<FollowUp> => {
  const { id, version } = before
  const saved = { ...patch, version: version + 1 }
  if (!(await updateRow(tx, tx.t.followUp, { id, version }, saved))) throw followUpProblem('follow-up.conflict')
  return changed(before, saved)
}

/** The open questions about some tickets. */
export const openFollowUpsOf = (tx: Tx, ticketIds: readonly string[]): Promise<FollowUp[]> => {
  const { followUp } = tx.t
  return tx.q
    .select()
    .from(followUp)
    .where(and(inArray(followUp.ticketId, [...ticketIds]), inArray(followUp.state, [...openFollowUpStates])))
    .orderBy(asc(followUp.id))
    .execute()
}

const rowOf = preparedQuery((db: Read | Tx, { id }: { id: string }) =>
  db.q.select().from(db.t.followUp).where(eq(db.t.followUp.id, id)),
)

/** The row itself, for the program's own work; people find it through `loadFollowUp`. Throws `follow-up.not-found`. */
export const mustFindFollowUp = async (db: Read | Tx, id: string): Promise<FollowUp> => {
  const [row] = await rowOf(db, { id })
  if (!row) throw followUpProblem('follow-up.not-found')
  return row
}

const firstOf = preparedQuery(
  ({ q, t: { followUp } }: Read | Tx, { citizenId, state }: { citizenId: string; state: 'asking' | 'waiting' }) =>
    q
      .select()
      .from(followUp)
      .where(and(eq(followUp.citizenId, citizenId), eq(followUp.state, state)))
      .orderBy(asc(followUp.createdAt), asc(followUp.id))
      .limit(1),
)

const ofCitizen = async (db: Read | Tx, citizenId: string, state: 'asking' | 'waiting'): Promise<FollowUp | null> =>
  (await firstOf(db, { citizenId, state }))[0] ?? null

/** The follow-up that waits for this citizen's answer by text; at most one at a time, so that no answer goes to the wrong ticket. */
export const askingIn = (db: Read | Tx, citizenId: string) => ofCitizen(db, citizenId, 'asking')

/** The follow-up that a text of this citizen may answer: the one that asks, else one that is rung for because its texts went wrong. */
export const answerableIn = async (db: Read | Tx, citizenId: string): Promise<FollowUp | null> => {
  const asking = await askingIn(db, citizenId)
  if (asking) return asking
  const { followUp } = db.t
  const [row] = await db.q
    .select()
    .from(followUp)
    .where(
      and(
        eq(followUp.citizenId, citizenId),
        eq(followUp.state, 'calling'),
        inArray(followUp.listedFor, ['undelivered', 'unclear']),
        isNotNull(followUp.askedAt),
      ),
    )
    .orderBy(asc(followUp.createdAt), asc(followUp.id))
    .limit(1)
  return row ?? null
}

/** The next ticket this citizen is to be asked about. */
export const waitingIn = (db: Read | Tx, citizenId: string) => ofCitizen(db, citizenId, 'waiting')

/** Citizens who wait to be asked while no question to them is open. */
export const citizensToAsk = async (db: Read, most: number): Promise<string[]> => {
  const { followUp } = db.t
  const asking = aliasedTable(followUp, 'asking')
  const rows = await db.q
    .selectDistinct({ citizenId: followUp.citizenId })
    .from(followUp)
    .where(
      and(
        eq(followUp.state, 'waiting'),
        notExists(
          db.q
            .select({ id: asking.id })
            .from(asking)
            .where(and(eq(asking.citizenId, followUp.citizenId), eq(asking.state, 'asking'))),
        ),
      ),
    )
    .limit(most)
  return rows.map(({ citizenId }) => citizenId)
}

/** Open follow-ups whose wait is over, oldest first. What stands on the call list and nobody has rung for waits on: it is no silence. */
export const expiredFollowUps = (db: Read, now: Date, most: number): Promise<FollowUp[]> => {
  const { followUp } = db.t
  return db.q
    .select()
    .from(followUp)
    .where(
      and(
        or(eq(followUp.state, 'asking'), and(eq(followUp.state, 'calling'), gt(followUp.attempts, 0))),
        lte(followUp.expiresAt, now),
      ),
    )
    .orderBy(asc(followUp.expiresAt), asc(followUp.id))
    .limit(most)
    .execute()
}

/** Dissatisfaction that ended before a moment and that nobody has decided on, oldest first. */
export const pendingDecisions = (db: Read, before: Date, after: After | null, most: number): Promise<FollowUp[]> => {
  const { followUp } = db.t
  return db.q
    .select()
    .from(followUp)
    .where(
      and(
        eq(followUp.decision, 'pending'),
        lte(followUp.doneAt, before),
        beyond(followUp.doneAt, followUp.id, 'ascending', after),
      ),
    )
    .orderBy(...inOrder(followUp.doneAt, followUp.id, 'ascending'))
    .limit(most)
    .execute()
}

/** What is waited for beside the ticket's own state: a supervisor, or, of a request that was merged, whoever rings. */
const besideOf = ({ followUp, ticket }: Read['t']) => ({
  decision: eq(followUp.decision, 'pending'),
  check: eq(followUp.check, 'pending'),
  call: and(eq(followUp.state, 'calling'), eq(ticket.state, 'merged')),
})

/** Follow-ups that wait for somebody while their ticket does not; a page by id, each kind by an index of its own. */
export const waitingBeside = (
  db: Read,
  kind: keyof ReturnType<typeof besideOf>,
  after: string,
  most: number,
): Promise<FollowUp[]> => {
  const { followUp, ticket } = db.t
  return db.q
    .select(getTableColumns(followUp))
    .from(followUp)
    .innerJoin(ticket, eq(ticket.id, followUp.ticketId))
    .where(and(besideOf(db.t)[kind], isNull(ticket.erasedAt), gt(followUp.id, after)))
    .orderBy(asc(followUp.id))
    .limit(most)
    .execute()
}

/** Notes how often was reminded. Undefined where somebody acted on it meanwhile, or another process told it. Nobody edited it: its version stays. */
export const markReminded = async (tx: Tx, seen: Pick<FollowUp, 'id' | 'version' | 'reminded'>, reminded: number) => {
  const { followUp } = tx.t
  const [row] = await tx.q
    .update(followUp)
    .set({ reminded })
    .where(and(eq(followUp.id, seen.id), eq(followUp.version, seen.version), eq(followUp.reminded, seen.reminded)))
    .returning({ id: followUp.id })
  return row
}

/** A page of the follow-up desk. */
export interface FollowUpQuery {
  view: 'open' | 'calling' | 'dissatisfied' | 'unproven' | 'done'
  /** Of the last row seen. */
  after: After | null
  size: number
}

const inView = (db: Read, view: FollowUpQuery['view']): SQL => {
  const { followUp } = db.t
  const wanted: Record<FollowUpQuery['view'], SQL> = {
    open: inArray(followUp.state, [...openFollowUpStates]),
    calling: eq(followUp.state, 'calling'),
    dissatisfied: eq(followUp.decision, 'pending'),
    unproven: eq(followUp.check, 'pending'),
    done: inArray(followUp.state, ['answered', 'noReply', 'unreachable']),
  }
  return wanted[view]
}

/** How many follow-ups a view holds, counted up to a bound. */
export const countFollowUps = async (
  db: Read,
  actor: Actor,
  view: FollowUpQuery['view'],
  bound: number,
): Promise<number> => {
  const { followUp, ticket } = db.t
  const some = db.q
    .select({ id: followUp.id })
    .from(followUp)
    .innerJoin(ticket, eq(ticket.id, followUp.ticketId))
    .where(and(inView(db, view), notAccused(db, actor)))
    .limit(bound)
    .as('some')
  const [row] = await db.q.select({ n: count() }).from(some)
  return row?.n ?? 0
}

/** A page of follow-ups with their tickets and citizens: the open ones by how soon they expire, the settled ones newest first. */
export const listFollowUps = (db: Read, actor: Actor, { view, after, size }: FollowUpQuery) => {
  const { followUp, ticket, citizen } = db.t
  const open = view === 'open' || view === 'calling'
  const key = open ? followUp.expiresAt : followUp.doneAt
  const direction = open ? 'ascending' : 'descending'
  return db.q
    .select({ followUp, ticket, citizen })
    .from(followUp)
    .innerJoin(ticket, eq(ticket.id, followUp.ticketId))
    .innerJoin(citizen, eq(citizen.id, followUp.citizenId))
    .where(and(inView(db, view), notAccused(db, actor), beyond(key, followUp.id, direction, after)))
    .orderBy(...inOrder(key, followUp.id, direction))
    .limit(size + 1)
    .execute()
}

/** The answers that some follow-ups are about. */
export const answersByIds = async (db: Read, ids: readonly string[]) => {
  const { answer } = db.t
  return ids.length === 0
    ? []
    : db.q
        .select({ id: answer.id, text: answer.text, unitId: answer.unitId, reviewedAt: answer.reviewedAt })
        .from(answer)
        .where(inArray(answer.id, [...ids]))
        .execute()
}

/** One follow-up with its ticket and citizen, for whoever may know of it. Throws `follow-up.not-found`. */
export const loadFollowUp = async (db: Read | Tx, actor: Actor, id: string) => {
  const { followUp, ticket, citizen } = db.t
  const [row] = await db.q
    .select({ followUp, ticket, citizen })
    .from(followUp)
    .innerJoin(ticket, eq(ticket.id, followUp.ticketId))
    .innerJoin(citizen, eq(citizen.id, followUp.citizenId))
    .where(and(eq(followUp.id, id), notAccused(db, actor)))
  if (!row) throw followUpProblem('follow-up.not-found')
  return row
}
