import { hc, parseResponse } from 'hono/client'
import type { MatterTreeDto } from '../../api/catalogue/catalogue.dto.ts'
import type { CitizensRoutes } from '../../api/citizens/citizens.routes.ts'
import type { UnitsRoutes } from '../../api/directory/directory.routes.ts'
import type { ExtensionsRoutes, ReturnsRoutes } from '../../api/tickets/units/requests.routes.ts'
import type { PlansBody } from '../../api/tickets/units/dispatch-plan.dto.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import type { TicketsRoutes } from '../../api/tickets/tickets.routes.ts'
import type { UndoAction } from '../../api/tickets/undo/undo.rules.ts'
import type { z } from 'zod'
import { http, json } from '../shared/http.ts'

const tickets = hc<TicketsRoutes>('/api/tickets', { fetch: http })
const returns = hc<ReturnsRoutes>('/api/returns', { fetch: http })
const extensions = hc<ExtensionsRoutes>('/api/extensions', { fetch: http })
const units = hc<UnitsRoutes>('/api/units', { fetch: http })
const citizens = hc<CitizensRoutes>('/api/citizens', { fetch: http })

/** What a list is asked for; lists of words are joined by commas, as they stand in the address. */
export type TicketListQuery = Record<string, string>
export type PlanQuestion = z.input<typeof PlansBody>['items'][number]

const given = (signal: AbortSignal | undefined) => (signal ? { init: { signal } } : {})

/** A page of a list. What is searched for goes in the body: it may be a telephone number. */
export const readTickets = (query: TicketListQuery, after: string | undefined, signal?: AbortSignal) => {
  const asked = { ...query, ...(after !== undefined && { cursor: after }) }
  return parseResponse(
    query['q'] === undefined
      ? tickets.index.$get({ query: asked }, given(signal))
      : tickets.search.$post({ json: asked }, given(signal)),
  )
}
export const readCounts = (signal?: AbortSignal) => parseResponse(tickets.counts.$get({}, given(signal)))
export const readTicket = (id: string, signal?: AbortSignal) =>
  parseResponse(tickets[':id'].$get({ param: { id } }, given(signal)))
export const readTimeline = (id: string, after: string | undefined, signal?: AbortSignal) =>
  parseResponse(
    tickets[':id'].timeline.$get({ param: { id }, query: after === undefined ? {} : { cursor: after } }, given(signal)),
  )
export const readAlikeTo = (id: string, signal?: AbortSignal) =>
  parseResponse(tickets[':id'].alike.$get({ param: { id } }, given(signal)))
/** Makes an act on a ticket as it was seen; answers the ticket after it. */
export const actOnTicket = (
  id: string,
  act: { action: TicketAction; version: number; input: Record<string, unknown> },
) => parseResponse(tickets[':id'].actions.$post({ param: { id }, json: act }))
/** Sends a ticket to units in a moment; until then it may be taken back. A danger leaves at once: `leaving` is null then. */
export const leaveTicket = (id: string, act: { action: UndoAction; version: number; input: Record<string, unknown> }) =>
  parseResponse(tickets[':id'].leaving.$post({ param: { id }, json: act }))
/** Takes back what has not left yet. */
export const takeBackTicket = (id: string) => parseResponse(tickets[':id'].leaving.$delete({ param: { id } }))
export const planDispatches = (items: PlanQuestion[], signal?: AbortSignal) =>
  parseResponse(tickets.plans.$post({ json: { items } }, given(signal)))
export const readReturns = (after: string | undefined, signal?: AbortSignal) =>
  parseResponse(returns.index.$get({ query: after === undefined ? {} : { cursor: after } }, given(signal)))
export const readExtensions = (after: string | undefined, signal?: AbortSignal) =>
  parseResponse(extensions.index.$get({ query: after === undefined ? {} : { cursor: after } }, given(signal)))
export const readUnits = (signal?: AbortSignal) => parseResponse(units.index.$get({ query: {} }, given(signal)))
/** The client's type gives up on a tree, so the DTO is named here. */
export const readMatters = (signal?: AbortSignal) =>
  json<{ items: MatterTreeDto[] }>('GET', '/api/matters', undefined, signal)
/** The full number of a citizen; the look and its reason are kept in the audit. */
export const revealPhone = (id: string, reason: string) =>
  parseResponse(citizens[':id'].reveal.$post({ param: { id }, json: { reason } }))
