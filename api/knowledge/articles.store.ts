import { and, asc, eq, gt, gte, inArray, lt, or, type SQL } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { beyond, inOrder, type After } from '../../db/keyset.ts'
import { containsText } from '../../db/dialect/search/contains-text.ts'

/** What the hotline may answer on the spot (知识库): with an owner and an expiry. */
export type Article = Read['t']['article']['$inferSelect']

/** Which articles are asked for. `after`: the last row of the page before. */
export interface ArticleFilter {
  /** Each must be in the title or the body; written by `searchable`. */
  words: string[]
  /** Articles of this matter, of the branches above it (given, too), and of everything under it. */
  matter: { code: string; branches: string[] } | null
  /** Only those that hold after this moment. */
  validAfter: Date | null
  after: After | null
}

/** Adds an article; undefined when the short name is taken. */
export const insertArticle = async (tx: Tx, row: Tx['t']['article']['$inferInsert']): Promise<Article | undefined> => {
  const [article] = await tx.q.insert(tx.t.article).values(row).onConflictDoNothing().returning()
  return article
}

/** The article of an id, also an expired one. */
export const findArticle = async (db: Read, id: string): Promise<Article | undefined> => {
  const [row] = await db.q.select().from(db.t.article).where(eq(db.t.article.id, id))
  return row
}

/** Titles that hold after this moment, the newest first. */
export const articleTitles = ({ q, t: { article } }: Read, validAfter: Date, most: number) =>
  q
    .select({ id: article.id, title: article.title })
    .from(article)
    .where(gt(article.validUntil, validAfter))
    .orderBy(...inOrder(article.updatedAt, article.id, 'descending'))
    .limit(most)
    .execute()

/** What is searched of articles, a page by id. */
export const articleTextsAfter = ({ q, t: { article } }: Read, id: string, most: number) =>
  q
    .select({ id: article.id, searchText: article.searchText })
    .from(article)
    .where(gt(article.id, id))
    .orderBy(asc(article.id))
    .limit(most)
    .execute()

/** Gives an article another search text, unless it has been written anew meanwhile. */
export const changeArticleText = async (tx: Tx, id: string, from: string, to: string): Promise<void> => {
  const { article } = tx.t
  await tx.q
    .update(article)
    .set({ searchText: to })
    .where(and(eq(article.id, id), eq(article.searchText, from)))
    .returning({ id: article.id })
}

const ofMatter = (db: Read, { code, branches }: { code: string; branches: string[] }): SQL | undefined => {
  const { matterCode } = db.t.article
  // '/' follows '.' in byte order: everything that begins with the code and a dot.
  return or(inArray(matterCode, [code, ...branches]), and(gte(matterCode, `${code}.`), lt(matterCode, `${code}/`)))
}

/** Newest first. */
export const selectArticles = (
  db: Read,
  { words, matter, validAfter, after }: ArticleFilter,
  limit: number,
): Promise<Article[]> => {
  const { article } = db.t
  return db.q
    .select()
    .from(article)
    .where(
      and(
        ...words.map((word) => containsText(db, article.searchText, word)),
        matter === null ? undefined : ofMatter(db, matter),
        validAfter === null ? undefined : gt(article.validUntil, validAfter),
        beyond(article.updatedAt, article.id, 'descending', after),
      ),
    )
    .orderBy(...inOrder(article.updatedAt, article.id, 'descending'))
    .limit(limit)
    .execute()
}
