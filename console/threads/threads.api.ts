import { hc, parseResponse } from 'hono/client'
import type { MessagesRoutes } from '../../api/messages/threads/threads.routes.ts'
import { http } from '../shared/http.ts'

const threads = hc<MessagesRoutes>('/api/threads', { fetch: http })

/** Text threads, newest first; `needsAnswer` leaves those with a text nobody has looked at. */
export const readThreads = (asked: { needsAnswer: boolean; cursor?: string | undefined; size?: number }) =>
  parseResponse(
    threads.index.$get({
      query: {
        needsAnswer: asked.needsAnswer ? 'true' : 'false',
        size: String(asked.size ?? 30),
        ...(asked.cursor !== undefined && { cursor: asked.cursor }),
      },
    }),
  )
export type Thread = Awaited<ReturnType<typeof readThreads>>['items'][number]

/** A page of a citizen's texts, newest first. */
export const readMessages = (citizenId: string, cursor: string | undefined, signal: AbortSignal) =>
  parseResponse(
    threads[':citizenId'].messages.$get(
      { param: { citizenId }, query: { size: '50', ...(cursor !== undefined && { cursor }) } },
      { init: { signal } },
    ),
  )
export type Message = Awaited<ReturnType<typeof readMessages>>['items'][number]

/** Words for an answer to this citizen, with what is known of their ticket in them. */
export const readTemplates = (citizenId: string) =>
  parseResponse(threads[':citizenId'].templates.$get({ param: { citizenId } }))
export type Templates = Awaited<ReturnType<typeof readTemplates>>

/** Answers a citizen by text. */
export const sendText = (citizenId: string, body: string, ticketId?: string) =>
  parseResponse(
    threads[':citizenId'].messages.$post({
      param: { citizenId },
      json: { body, ...(ticketId !== undefined && { ticketId }) },
    }),
  )
/** The thread needs no written answer. */
export const settleThread = (citizenId: string) =>
  parseResponse(threads[':citizenId'].settle.$post({ param: { citizenId } }))
