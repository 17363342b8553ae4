import { hc, parseResponse } from 'hono/client'
import type { ArticlesRoutes } from '../../api/knowledge/knowledge.routes.ts'
import { http } from '../shared/http.ts'

const articles = hc<ArticlesRoutes>('/api/articles', { fetch: http })

/** Which articles are looked for; `q` is words of title or body, all of which must occur. */
export interface ArticleFilter {
  q: string
  matterCode?: string | undefined
  /** Articles past their expiry, too. */
  expired?: boolean
}

/** A page of articles, the newest first. */
export const readArticles = (filter: ArticleFilter, cursor: string | undefined, size: number, signal: AbortSignal) =>
  parseResponse(
    articles.index.$get(
      {
        query: {
          size: String(size),
          expired: filter.expired ? 'true' : 'false',
          ...(filter.q !== '' && { q: filter.q }),
          ...(filter.matterCode !== undefined && { matterCode: filter.matterCode }),
          ...(cursor !== undefined && { cursor }),
        },
      },
      { init: { signal } },
    ),
  )

/** One article with its body. */
export const readArticle = (id: string) => parseResponse(articles[':id'].$get({ param: { id } }))
