import { queryOptions } from '@tanstack/solid-query'
import { readMessages, readTemplates, readThreads, type Thread } from './threads.api.ts'

/** The first dozen conversations that wait for an answer. */
export const waitingThreadsQuery = () =>
  queryOptions({
    queryKey: ['message', 'list', 'waiting'],
    queryFn: () => readThreads({ needsAnswer: true, size: 12 }),
  })

/** The key of the list of conversations, all or those that wait for an answer. */
const threadListKey = (needsAnswer: boolean) => ['message', 'list', 'threads', needsAnswer] as const

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

/** A conversation as a row of a list, which goes by `id`: it is its citizen's. */
export type ThreadRow = Thread & { id: string }

/** The conversations: those that wait for an answer, or all. */
export const threadList = (needsAnswer: boolean) => ({
  key: threadListKey(needsAnswer),
  read: async (cursor: string | undefined) => {
    const { items, next } = await readThreads({ needsAnswer, cursor })
    return { next, items: items.map((thread): ThreadRow => ({ ...thread, id: thread.citizenId })) }
  },
})
