import { queryOptions } from '@tanstack/solid-query'
import { readMessages, readTemplates, readThreads } from './threads.api.ts'

/** The first dozen conversations that wait for an answer. */
export const waitingThreadsQuery = () =>
  queryOptions({
    queryKey: ['message', 'list', 'waiting'],
    queryFn: () => readThreads({ needsAnswer: true, size: 12 }),
  })

/** The key of the list of conversations, all or those that wait for an answer. */
export const threadListKey = (needsAnswer: boolean) => ['message', 'list', 'threads', needsAnswer] as const

/** Templates for an answer; read again with the conversation, whose ticket may be another by then. */
export const templatesQuery = (citizenId: string) =>
  queryOptions({
    queryKey: ['message', 'list', 'templates', citizenId],
    queryFn: () => readTemplates(citizenId),
    throwOnError: false,
  })

/** Messages of one citizen, newest first. */
export const messagesOf = (citizenId: string) => ({
  key: ['message', 'list', 'of', citizenId] as const,
  read: (after: string | undefined, signal: AbortSignal) => readMessages(citizenId, after, signal),
})
