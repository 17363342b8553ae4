import { hc, parseResponse } from 'hono/client'
import type { CallbacksRoutes } from '../../api/calls/callbacks/callbacks.routes.ts'
import type { MatterTreeDto } from '../../api/catalogue/catalogue.dto.ts'
import type { MattersRoutes } from '../../api/catalogue/catalogue.routes.ts'
import type { UnitsRoutes } from '../../api/directory/directory.routes.ts'
import type { FilingRoutes } from '../../api/contacts/filing.routes.ts'
import type { TicketsRoutes } from '../../api/tickets/tickets.routes.ts'
import type { TriageRoutes } from '../../api/triage/triage.routes.ts'
import { http } from '../shared/http.ts'
import type { toFiling } from '../contacts/intake.models.ts'

const tickets = hc<TicketsRoutes>('/api/tickets', { fetch: http })
const filing = hc<FilingRoutes>('/api/tickets', { fetch: http })
const triage = hc<TriageRoutes>('/api/triage', { fetch: http })
const matters = hc<MattersRoutes>('/api/matters', { fetch: http })
const units = hc<UnitsRoutes>('/api/units', { fetch: http })
const callbacks = hc<CallbacksRoutes>('/api/callbacks', { fetch: http })

/** Files the form; the ticket it became. */
export const fileTicket = (form: ReturnType<typeof toFiling>) => parseResponse(filing.index.$post({ json: form }))

/** One ticket. */
export const readTicket = (id: string) => parseResponse(tickets[':id'].$get({ param: { id } }))
export type Ticket = Awaited<ReturnType<typeof readTicket>>

/** What the program makes of a text: matter, place, urgency, danger. */
export const propose = (text: string, signal: AbortSignal) =>
  parseResponse(triage.propose.$post({ json: { text } }, { init: { signal } }))
export type Proposal = Awaited<ReturnType<typeof propose>>

/** The catalogue, branches with what hangs on them. */
export const readMatters = async () => asTree((await parseResponse(matters.index.$get())).items)
/** The client's types stop at the first level of a tree; the server parses every level with this very DTO. */
const asTree = (items: unknown) => items as MatterTreeDto[]
/** Which units answer for a matter in an area. */
export const readResponsible = async (code: string, districtId?: string, streetId?: string) =>
  (
    await parseResponse(
      matters[':code'].responsible.$get({
        param: { code },
        query: { ...(districtId !== undefined && { districtId }), ...(streetId !== undefined && { streetId }) },
      }),
    )
  ).responsible
/** Districts and streets that are active. */
export const readAreas = async () => {
  const [districts, streets] = await Promise.all(
    (['district', 'street'] as const).map((level) => parseResponse(units.index.$get({ query: { level } }))),
  )
  return [...(districts?.items ?? []), ...(streets?.items ?? [])].filter((unit) => unit.active)
}

/** Open tickets that are about the same. */
export const readAlike = async (asked: {
  text: string
  matterCode: string | null
  districtId: string | null
  streetId: string | null
  citizenId: string | null
}) => (await parseResponse(tickets.alike.$post({ json: asked }))).items
/** Adds what the citizen said now to a ticket they have. */
export const supplementTicket = (id: string, version: number, text: string) =>
  parseResponse(
    tickets[':id'].actions.$post({ param: { id }, json: { action: 'supplement', version, input: { text } } }),
  )
/** Tickets that came in by text or web and wait for a person to accept them, danger and the oldest first. */
export const readArrivals = async () =>
  (await parseResponse(tickets.index.$get({ query: { view: 'intake', sort: 'clock', size: '6' } }))).items
/** How much waits in each view. */
export const readCounts = () => parseResponse(tickets.counts.$get())

/** Who is to be rung back, the oldest first. */
export const readCallbacks = async () => (await parseResponse(callbacks.index.$get({ query: {} }))).items
export type Callback = Awaited<ReturnType<typeof readCallbacks>>[number]
/** Takes a call-back for oneself. */
export const claimCallback = (id: string) => parseResponse(callbacks[':id'].claim.$post({ param: { id } }))
export type CallbackOutcome = 'reached' | 'noAnswer' | 'wrongNumber' | 'notNeeded'
/** Says how the call-back went. */
export const completeCallback = (id: string, outcome: CallbackOutcome) =>
  parseResponse(callbacks[':id'].complete.$post({ param: { id }, json: { outcome } }))
