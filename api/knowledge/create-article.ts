import { knowledgeProblem } from './knowledge.errors.ts'
import { catalogueProblem } from '../catalogue/catalogue.errors.ts'
import { directoryProblem } from '../directory/directory.errors.ts'
import { z } from 'zod'
import type { Tx } from '../../db/db.ts'
import { searchable } from '../platform/writing/searchable.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Directory } from '../directory/directory.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import { insertArticle, type Article } from './articles.store.ts'
import { words } from '../platform/words.ts'

/** An article as its unit writes it; it expires and has to be confirmed anew. */
export const NewArticle = z.strictObject({
  /** Short name for addresses: `water-bill-steps`. */
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  matterCode: z.string().nullable().default(null),
  /** Who keeps it right (知识责任单位). */
  unitId: z.string(),
  title: words(200),
  body: words(20_000),
  /** After this many days the owner must look at it again. */
  validDays: z.number().int().min(1).max(3650),
})
export type NewArticle = z.input<typeof NewArticle>

/** What writing an article is checked against. */
export interface ArticleDeps extends WriteDeps {
  directory: Pick<Directory, 'unitById' | 'findUnitIn'>
  catalogue: Pick<Catalogue, 'matterByCode' | 'branchesOf' | 'findMatterIn'>
}

/** Adds an article. Throws `unit.not-found`, `matter.not-found`, `article.exists`. */
export const createArticleIn =
  (deps: ArticleDeps) =>
  async (tx: Tx, actor: Actor, input: NewArticle): Promise<Article> => {
    demand(actor, 'knowledge.write')
    const { validDays, ...given } = NewArticle.parse(input)
    if (!(await deps.directory.findUnitIn(tx, given.unitId))) throw directoryProblem('unit.not-found')
    if (given.matterCode !== null && !(await deps.catalogue.findMatterIn(tx, given.matterCode)))
      throw catalogueProblem('matter.not-found')
    const at = deps.clock.now()
    const id = deps.ids.next('article')
    const article = await insertArticle(tx, {
      id,
      ...given,
      searchText: searchable(`${given.title} ${given.body}`),
      validUntil: new Date(at.getTime() + validDays * 86_400_000),
      version: 1,
      updatedAt: at,
    })
    if (!article) throw knowledgeProblem('article.exists')
    const { slug, matterCode, unitId, title, validUntil } = article
    await record(tx, deps, actor, {
      audit: [
        {
          action: 'article.created',
          entity: 'article',
          entityId: id,
          after: { slug, matterCode, unitId, title, validUntil },
        },
      ],
    })
    return article
  }
