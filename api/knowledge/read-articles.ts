import { knowledgeProblem } from './knowledge.errors.ts'
import { searchable } from '../platform/writing/searchable.ts'
import type { Sounds } from '../platform/writing/pinyin.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import { openPage, type Page } from '../platform/page.ts'
import { articleTitles, findArticle, selectArticles, type Article } from './articles.store.ts'
import type { ArticleDeps } from './create-article.ts'

/** A page of articles, as asked for. */
export interface ListArticles {
  q?: string | undefined
  matterCode?: string | undefined
  /** Articles past their expiry, too; they are marked. */
  expired: boolean
  cursor?: string | undefined
  size: number
}

/** Articles that hold every word and belong to the matter (or a branch of it), newest first. Throws `auth.forbidden`. */
export const listArticles =
  (deps: ArticleDeps) =>
  async (actor: Actor, { q, matterCode, expired, cursor, size }: ListArticles): Promise<Page<Article>> => {
    demand(actor, 'knowledge.read')
    const matter = matterCode === undefined ? undefined : deps.catalogue.matterByCode(matterCode)
    const branches = matter ? deps.catalogue.branchesOf(matter).map(({ code }) => code) : []
    const page = openPage('articles', { q, matterCode, expired }, { cursor, size })
    const rows = await selectArticles(
      deps.db.lists,
      {
        words: searchable(q ?? '')
          .split(' ')
          .filter((word) => word !== ''),
        matter: matterCode === undefined ? null : { code: matterCode, branches },
        validAfter: expired ? null : deps.clock.now(),
        after: page.after,
      },
      size + 1,
    )
    return page.cut(rows, (row) => ({ at: row.updatedAt, id: row.id }))
  }

/** Of so many articles in force the titles are listened to. */
const titlesHeard = 2_000

/** Articles in force whose titles sound so, best match first, then the newest. Throws `auth.forbidden`. */
export const soundingArticles =
  (deps: ArticleDeps) =>
  async (actor: Actor, sounds: Sounds, most: number): Promise<Pick<Article, 'id' | 'title'>[]> => {
    demand(actor, 'knowledge.read')
    const titles = await articleTitles(deps.db.lists, deps.clock.now(), titlesHeard)
    return titles
      .map((article) => ({ article, score: sounds(article.title) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ article }) => article)
  }

/** One article. Throws `auth.forbidden`, `article.not-found`. */
export const readArticle =
  (deps: ArticleDeps) =>
  async (actor: Actor, id: string): Promise<Article> => {
    demand(actor, 'knowledge.read')
    const article = await findArticle(deps.db, id)
    if (!article) throw knowledgeProblem('article.not-found')
    return article
  }
