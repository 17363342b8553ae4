import { and, desc, eq, gt, lt, sql, type SQL } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import * as sl from 'drizzle-orm/sqlite-core'
import type { Read, Tx } from '../../db.ts'
import { hashOf } from './hash.ts'

/**
 * The index of words: one document a key, of tokens that the program made. On SQLite a contentless FTS5 table (which no migration generator can
 * describe), on PostgreSQL the hashes of the tokens in an array under a GIN index, which take a third of the room of the tokens themselves. Neither keeps
 * positions: whoever asks looks at the texts again, which settles hashes that are alike, too.
 */
const fts = sl.sqliteTable('ticket_words', { key: sl.integer('rowid'), words: sl.text() })
const gin = pg.pgTable('ticket_words', {
  key: pg.bigint({ mode: 'number' }).primaryKey(),
  words: pg.integer().array().notNull(),
})
/** Only a SQLite connection ever sees it; its builder gives the same. */
const ftsTable = fts as unknown as typeof gin

/** Keys that share a token by which PostgreSQL reads the newest of them first. */
const bucketSize = 16_384
const bucketToken = (bucket: number) => `§b${bucket}`
const bucketOf = (key: number) => Math.floor(key / bucketSize)

/** A document as it is to stand under its key; `replaces`: another may stand there. */
export interface Document {
  key: number
  tokens: readonly string[]
  replaces: boolean
}

/** Writes documents, by growing keys: FTS5 writes out what it holds whenever a key is not greater than the one before. */
export const putWords = async (tx: Tx, documents: readonly Document[]): Promise<void> => {
  const all = documents.toSorted((a, b) => a.key - b.key)
  if (tx.engine === 'sqlite') {
    for (const { key, tokens, replaces } of all) {
      if (replaces) await tx.q.delete(ftsTable).where(eq(ftsTable.key, key))
      // The builder's own types know arrays here, as PostgreSQL has them.
      const words = tokens.join(' ') as unknown as number[]
      await tx.q.insert(ftsTable).values({ key, words })
    }
    return
  }
  for (let at = 0; at < all.length; at += 500)
    await tx.q
      .insert(gin)
      .values(
        all.slice(at, at + 500).map(({ key, tokens }) => ({
          key,
          words: [...new Set([...tokens, bucketToken(bucketOf(key))].map(hashOf))],
        })),
      )
      .onConflictDoUpdate({ target: gin.key, set: { words: sql`excluded.words` } })
      .returning({ key: gin.key })
}

/** Every group must be met by one of its tokens. */
export type TokenGroups = readonly (readonly string[])[]

/** Which keys are asked for: below one, above another, so many at most. */
export interface KeysAsked {
  groups: TokenGroups
  below: number
  above: number
  most: number
}

/** Keys of documents with these tokens, the greatest first; without any tokens, of all there are. Fewer than `most`: there are no others. */
export const keysWith = async (db: Read, asked: KeysAsked): Promise<number[]> => {
  if (asked.groups.length === 0) return keysOfAll(db, asked)
  return db.engine === 'sqlite' ? keysOfFts(db, asked) : keysOfGin(db, asked)
}

const keysOfAll = async ({ q, t: { ticketSearch } }: Read, { below, above, most }: KeysAsked) => {
  const rows = await q
    .select({ key: ticketSearch.key })
    .from(ticketSearch)
    .where(and(lt(ticketSearch.key, below), gt(ticketSearch.key, above)))
    .orderBy(desc(ticketSearch.key))
    .limit(most)
  return rows.map(({ key }) => key)
}

const keysOfFts = async (db: Read, { groups, below, above, most }: KeysAsked) => {
  const query = groups.map((group) => `(${group.map((token) => `"${token}"`).join(' OR ')})`).join(' AND ')
  const rows = await db.q
    .select({ key: ftsTable.key })
    .from(ftsTable)
    .where(and(sql`ticket_words match ${query}`, lt(ftsTable.key, below), gt(ftsTable.key, above)))
    .orderBy(desc(ftsTable.key))
    .limit(most)
  return rows.map(({ key }) => key)
}

/** So many of the newest documents are looked at one by one first: a common word fills a page among them, and sorting all that have it would take long. */
const walked = 1_500
/** Buckets of a window at most: of a wider one a plan might look through all rows. */
const widest = 16

const keysOfGin = async (db: Read, asked: KeysAsked): Promise<number[]> => {
  const { below, above, most } = asked
  const end = await endOfWalk(db, asked)
  const keys = await walkGin(db, { ...asked, above: end - 1 })
  let top = end
  for (let width = 2; keys.length < most && top > above + 1; width = Math.min(width * 4, widest)) {
    const first = Math.max(0, bucketOf(top - 1) - width + 1)
    const bottom = Math.max(above, first * bucketSize - 1)
    const asking = { ...asked, below: Math.min(top, below), above: bottom, most: most - keys.length }
    keys.push(...(await windowOfGin(db, asking, first)))
    top = bottom + 1
  }
  return keys
}

const ints = (tokens: readonly string[]) => sql`${`{${tokens.map(hashOf).join(',')}}`}::int[]`

const meets = (column: pg.AnyPgColumn | SQL, groups: TokenGroups): SQL[] => {
  const single = groups.filter((group) => group.length === 1).flat()
  const many = groups.filter((group) => group.length > 1)
  return [
    ...(single.length === 0 ? [] : [sql`${column} @> ${ints(single)}`]),
    ...many.map((group) => sql`${column} && ${ints(group)}`),
  ]
}

/** The least key of the newest documents that are looked at one by one. */
const endOfWalk = async (db: Read, { below, above }: KeysAsked): Promise<number> => {
  const [last] = await db.q
    .select({ key: gin.key })
    .from(gin)
    .where(and(lt(gin.key, below), gt(gin.key, above)))
    .orderBy(desc(gin.key))
    .offset(walked - 1)
    .limit(1)
  return last?.key ?? above + 1
}

const walkGin = async (db: Read, { groups, below, above, most }: KeysAsked): Promise<number[]> => {
  const newest = db.q
    .select({ key: gin.key, words: gin.words })
    .from(gin)
    .where(and(lt(gin.key, below), gt(gin.key, above)))
    .orderBy(desc(gin.key))
    .limit(walked)
    .as('newest')
  const rows = await db.q
    .select({ key: newest.key })
    .from(newest)
    .where(and(...meets(sql`${newest.words}`, groups)))
    .orderBy(desc(newest.key))
    .limit(most)
  return rows.map(({ key }) => key)
}

/** By the index, among some buckets. The order is of an expression, so that no plan reads the keys from the top and looks at each. */
const windowOfGin = async (db: Read, { groups, below, above, most }: KeysAsked, first: number) => {
  const buckets: string[] = []
  for (let bucket = first; bucket <= bucketOf(below - 1); bucket++) buckets.push(bucketToken(bucket))
  const rows = await db.q
    .select({ key: gin.key })
    .from(gin)
    .where(and(...meets(gin.words, [...groups, buckets]), lt(gin.key, below), gt(gin.key, above)))
    .orderBy(sql`${gin.key} + 0 desc`)
    .limit(most)
  return rows.map(({ key }) => key)
}
