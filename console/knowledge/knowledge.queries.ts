import { queryOptions } from '@tanstack/solid-query'
import { readArticle, readArticles, type ArticleFilter } from './knowledge.api.ts'

/** One article; read again after five minutes. */
export const articleQuery = (id: string) =>
  queryOptions({ queryKey: ['article', 'one', id], queryFn: () => readArticle(id), staleTime: 300_000 })

/** The few articles beside a form. */
export const articleHintsQuery = (matterCode: string, size: number) =>
  queryOptions({
    queryKey: ['article', 'list', 'hints', matterCode, size],
    queryFn: ({ signal }) => readArticles({ q: '', matterCode }, undefined, size, signal),
    staleTime: 300_000,
  })

/** All articles of a filter, thirty at a time. */
export const articlesOf = (filter: ArticleFilter) => ({
  key: ['article', 'list', 'all', filter] as const,
  read: (after: string | undefined, signal: AbortSignal) => readArticles(filter, after, 30, signal),
})
