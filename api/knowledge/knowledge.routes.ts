import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { pageQuery, pageDto } from '../platform/page.ts'
import type { Article } from './articles.store.ts'
import type { Knowledge } from './knowledge.ts'
import { idText, words } from '../platform/words.ts'

const ArticleItemDto = z
  .object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    /** The beginning of the body. */
    excerpt: z.string(),
    matterCode: z.string().nullable(),
    unit: z.object({ id: z.string(), name: z.string(), nameEn: z.string() }).nullable(),
    validUntil: z.iso.datetime(),
    /** Past its expiry: the owner must look at it before it is used. */
    expired: z.boolean(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ArticleItem' })
const ArticleDto = ArticleItemDto.omit({ excerpt: true }).extend({ body: z.string() }).meta({ id: 'Article' })

const ArticlesQuery = z.strictObject({
  q: words(100, 0).optional().describe('Words that all must be in the article'),
  matterCode: idText.optional().describe('Only of this matter or branch'),
  expired: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('With those that are past their date'),
  ...pageQuery(20, 100),
})
const ArticleParam = z.object({ id: idText.describe('Id of the article') })

const excerptLength = 120

/** `/api/articles`: the knowledge base. */
export const articlesRoutes = ({ deps, list, read }: Knowledge) => {
  const facts = (article: Article) => ({
    ...article,
    unit: deps.directory.unitById(article.unitId) ?? null,
    validUntil: article.validUntil.toISOString(),
    expired: article.validUntil <= deps.clock.now(),
    updatedAt: article.updatedAt.toISOString(),
    excerpt: [...article.body].slice(0, excerptLength).join(''),
  })
  return new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'articles.list',
        tags: ['knowledge'],
        summary: 'Articles by matter or words',
        responses: ok(pageDto(ArticleItemDto)),
      }),
      check('query', ArticlesQuery),
      async (c) => {
        const page = await list(c.var.actor, c.req.valid('query'))
        return c.json(
          { items: page.items.map((article) => ArticleItemDto.parse(facts(article))), next: page.next },
          200,
        )
      },
    )
    .get(
      '/:id',
      describeRoute({
        operationId: 'articles.read',
        tags: ['knowledge'],
        summary: 'One article',
        responses: ok(ArticleDto, 'article.not-found'),
      }),
      check('param', ArticleParam),
      async (c) => c.json(ArticleDto.parse(facts(await read(c.var.actor, c.req.valid('param').id))), 200),
    )
}
export type ArticlesRoutes = ReturnType<typeof articlesRoutes>
