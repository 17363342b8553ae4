import { hc, parseResponse } from 'hono/client'
import type { CallbacksRoutes } from '../../api/calls/callbacks/callbacks.routes.ts'
import type { MatterTreeDto } from '../../api/catalogue/catalogue.dto.ts'
import type { MattersRoutes } from '../../api/catalogue/catalogue.routes.ts'
import type { CitizensRoutes } from '../../api/citizens/citizens.routes.ts'
import type { UnitsRoutes } from '../../api/directory/directory.routes.ts'
import type { DraftsRoutes } from '../../api/contacts/drafts.routes.ts'
import type { FilingRoutes } from '../../api/contacts/filing.routes.ts'
import type { TicketsRoutes } from '../../api/tickets/tickets.routes.ts'
import type { TriageRoutes } from '../../api/triage/triage.routes.ts'
import { http } from '../shared/http.ts'
import type { toFiling } from './intake.models.ts'

const tickets = hc<TicketsRoutes>('/api/tickets', { fetch: http })
const filing = hc<FilingRoutes>('/api/tickets', { fetch: http })
const drafts = hc<DraftsRoutes>('/api/drafts', { fetch: http })
const triage = hc<TriageRoutes>('/api/triage', { fetch: http })
const matters = hc<MattersRoutes>('/api/matters', { fetch: http })
const units = hc<UnitsRoutes>('/api/units', { fetch: http })
const citizens = hc<CitizensRoutes>('/api/citizens', { fetch: http })
const callbacks = hc<CallbacksRoutes>('/api/callbacks', { fetch: http })

export const fileTicket = (form: ReturnType<typeof toFiling>) => parseResponse(filing.index.$post({ json: form }))

export const readTicket = (id: string) => parseResponse(tickets[':id'].$get({ param: { id } }))
export type Ticket = Awaited<ReturnType<typeof readTicket>>

export const readDrafts = async () => (await parseResponse(drafts.index.$get())).items
export const readDraft = (id: string) => parseResponse(drafts[':id'].$get({ param: { id } }))
export type Draft = Awaited<ReturnType<typeof readDraft>>
export const createDraft = (content: Record<string, unknown>, contactId?: string) =>
  parseResponse(drafts.index.$post({ json: { content, ...(contactId !== undefined && { contactId }) } }))
export const saveDraft = (id: string, version: number, content: Record<string, unknown>) =>
  parseResponse(drafts[':id'].$put({ param: { id }, json: { version, content } }))
export const removeDraft = (id: string) => parseResponse(drafts[':id'].$delete({ param: { id } }))

export const propose = (text: string, signal: AbortSignal) =>
  parseResponse(triage.propose.$post({ json: { text } }, { init: { signal } }))
export type Proposal = Awaited<ReturnType<typeof propose>>

/** The catalogue, branches with what hangs on them. */
export const readMatters = async () => asTree((await parseResponse(matters.index.$get())).items)
/** The client's types stop at the first level of a tree; the server parses every level with this very DTO. */
const asTree = (items: unknown) => items as MatterTreeDto[]
export const readResponsible = async (code: string, districtId?: string, streetId?: string) =>
  (
    await parseResponse(
      matters[':code'].responsible.$get({
        param: { code },
        query: { ...(districtId !== undefined && { districtId }), ...(streetId !== undefined && { streetId }) },
      }),
    )
  ).responsible
export const readAreas = async () => {
  const [districts, streets] = await Promise.all(
    (['district', 'street'] as const).map((level) => parseResponse(units.index.$get({ query: { level } }))),
  )
  return [...(districts?.items ?? []), ...(streets?.items ?? [])].filter((unit) => unit.active)
}

export const readAlike = async (asked: {
  text: string
  matterCode: string | null
  districtId: string | null
  streetId: string | null
  citizenId: string | null
}) => (await parseResponse(tickets.alike.$post({ json: asked }))).items
export const supplementTicket = (id: string, version: number, text: string) =>
  parseResponse(
    tickets[':id'].actions.$post({ param: { id }, json: { action: 'supplement', version, input: { text } } }),
  )
/** Tickets that came in by text or web and wait for a person to accept them, danger and the oldest first. */
export const readArrivals = async () =>
  (await parseResponse(tickets.index.$get({ query: { view: 'intake', sort: 'clock', size: '6' } }))).items
export const readCounts = () => parseResponse(tickets.counts.$get())

export const readCitizen = (id: string) => parseResponse(citizens[':id'].$get({ param: { id } }))
export const readCitizenTickets = (id: string) =>
  parseResponse(citizens[':id'].tickets.$get({ param: { id }, query: { size: '10' } }))
export const readCitizenContacts = (id: string) =>
  parseResponse(citizens[':id'].contacts.$get({ param: { id }, query: { size: '10' } }))
export const renameCitizen = (id: string, change: { name?: string | null; note?: string | null }) =>
  parseResponse(citizens[':id'].$patch({ param: { id }, json: change }))
export const revealPhone = async (id: string, reason: string) =>
  (await parseResponse(citizens[':id'].reveal.$post({ param: { id }, json: { reason } }))).phone
/** The citizen of a number as people write it, made when new. */
export const meetCitizen = (phone: string, name: string) =>
  parseResponse(citizens.index.$post({ json: { phone, ...(name !== '' && { name }) } }))

export const readCallbacks = async () => (await parseResponse(callbacks.index.$get({ query: {} }))).items
export type Callback = Awaited<ReturnType<typeof readCallbacks>>[number]
export const claimCallback = (id: string) => parseResponse(callbacks[':id'].claim.$post({ param: { id } }))
export type CallbackOutcome = 'reached' | 'noAnswer' | 'wrongNumber' | 'notNeeded'
export const completeCallback = (id: string, outcome: CallbackOutcome) =>
  parseResponse(callbacks[':id'].complete.$post({ param: { id }, json: { outcome } }))
