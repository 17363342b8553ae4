import { and, asc, eq, lte } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'
import { Question } from './dialogue.types.ts'

export interface OpenQuestion {
  citizenId: string
  question: Question
  askedAt: Date
  expiresAt: Date
}

type Row = Read['t']['dialogue']['$inferSelect']

/** A question asked before an update names the text that waits `held`; no question is older than a day. */
const dataOf = ({ held, ...data }: Row['data']) => (held === undefined ? data : { waitingText: held, ...data })

/** A row as a question; one that this version cannot read counts as none. */
const toQuestion = (row: Row): OpenQuestion | null => {
  const parsed = Question.safeParse({ ...dataOf(row.data), question: row.question })
  return parsed.success
    ? { citizenId: row.id, question: parsed.data, askedAt: row.askedAt, expiresAt: row.expiresAt }
    : null
}

const questionOf = preparedQuery((db: Read | Tx, { citizenId }: { citizenId: string }) =>
  db.q.select().from(db.t.dialogue).where(eq(db.t.dialogue.id, citizenId)),
)

export const findQuestion = async (db: Read | Tx, citizenId: string): Promise<OpenQuestion | null> => {
  const [row] = await questionOf(db, { citizenId })
  return row ? toQuestion(row) : null
}

/** Puts the citizen's one open question in the place of an older one. */
export const putQuestion = async (
  tx: Tx,
  { citizenId, question: { question, ...data }, askedAt, expiresAt }: OpenQuestion,
) => {
  const values = { question, data, askedAt, expiresAt }
  await tx.q
    .insert(tx.t.dialogue)
    .values({ id: citizenId, ...values })
    .onConflictDoUpdate({ target: tx.t.dialogue.id, set: values })
}

/** Waits until the text that is being taken in from a citizen is done, and lets the next one wait: as meeting them does. */
export const lockCitizen = async (tx: Tx, citizenId: string) => {
  const { citizen } = tx.t
  await tx.q.update(citizen).set({ id: citizenId }).where(eq(citizen.id, citizenId)).returning({ id: citizen.id })
}

/** Removes a question; false when it was removed or replaced before. */
export const removeQuestion = async (
  tx: Tx,
  { citizenId, askedAt }: Pick<OpenQuestion, 'citizenId' | 'askedAt'>,
): Promise<boolean> => {
  const { dialogue } = tx.t
  const rows = await tx.q
    .delete(dialogue)
    .where(and(eq(dialogue.id, citizenId), eq(dialogue.askedAt, askedAt)))
    .returning({ id: dialogue.id })
  return rows.length > 0
}

/** Questions past their time, oldest first. */
export const expiredQuestions = (db: Read, now: Date, limit: number): Promise<{ citizenId: string }[]> =>
  db.q
    .select({ citizenId: db.t.dialogue.id })
    .from(db.t.dialogue)
    .where(lte(db.t.dialogue.expiresAt, now))
    .orderBy(asc(db.t.dialogue.expiresAt))
    .limit(limit)
    .execute()
