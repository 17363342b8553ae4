import { hc, parseResponse, type InferRequestType, type InferResponseType } from 'hono/client'
import type { StraysRoutes } from '../../api/messages/strays/strays.routes.ts'
import type { OperationsRoutes } from '../../api/operations/operations.routes.ts'
import type { RetentionRoutes } from '../../api/retention/retention.routes.ts'
import { http } from '../shared/http.ts'

const operations = hc<OperationsRoutes>('/api/operations', { fetch: http })
const retention = hc<RetentionRoutes>('/api/retention', { fetch: http })
const strays = hc<StraysRoutes>('/api/stray-texts', { fetch: http })

/** How the program and what it stands on are doing. */
export const readHealth = (signal: AbortSignal) =>
  parseResponse(operations.health.$get(undefined, { init: { signal } }))
export type HealthItem = InferResponseType<typeof operations.health.$get, 200>['items'][number]

/** What is held after a restore. */
export const readHeld = (signal: AbortSignal) => parseResponse(operations.held.$get(undefined, { init: { signal } }))
export type Held = InferResponseType<typeof operations.held.$get, 200>

/** Which held effects, and whether they may go out. */
export type Decision = InferRequestType<typeof operations.held.$post>['json']

/** Decides on held effects. */
export const settleHeld = (json: Decision) => parseResponse(operations.held.$post({ json }))

/** A page of the texts to unknown numbers, newest first. */
export const readStrays = (after: string | undefined, signal: AbortSignal) =>
  parseResponse(
    strays.index.$get({ query: { size: '50', ...(after !== undefined && { cursor: after }) } }, { init: { signal } }),
  )
export type StrayText = InferResponseType<typeof strays.index.$get, 200>['items'][number]

/** Takes a text in, once its number is a line. */
export const takeStray = (id: string) => parseResponse(strays[':id'].take.$post({ param: { id } }))

/** Throws a text away. */
export const dismissStray = (id: string) => parseResponse(strays[':id'].$delete({ param: { id } }))

/** How long each kind of data is kept, and what was erased. */
export const readRetention = (signal: AbortSignal) =>
  parseResponse(retention.index.$get(undefined, { init: { signal } }))
export type RetentionItem = InferResponseType<typeof retention.index.$get, 200>['items'][number]
