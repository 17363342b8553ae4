import { queryOptions } from '@tanstack/solid-query'
import { readMessages, readThreads } from './threads.api.ts'

/** The first dozen conversations that wait for an answer. */
export const waitingThreadsQuery = () =>
  queryOptions({
    queryKey: ['message', 'list', 'waiting'],
    queryFn: () => readThreads({ needsAnswer: true, size: 12 }),
  })

/** The key of the list of conversations, all or those that wait for an answer. */
export const threadListKey = (needsAnswer: boolean) => ['message', 'list', 'threads', needsAnswer] as const

/** Messages of one citizen, newest first. */
export const messagesOf = (citizenId: string) => ({
  key: ['message', 'list', 'of', citizenId] as const,
  read: (after: string | undefined, signal: AbortSignal) => readMessages(citizenId, after, signal),
})
