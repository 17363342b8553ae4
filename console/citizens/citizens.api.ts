import { hc, parseResponse } from 'hono/client'
import type { CitizensRoutes } from '../../api/citizens/citizens.routes.ts'
import type { ContactsRoutes } from '../../api/contacts/contacts.routes.ts'
import { http } from '../shared/http.ts'

const citizens = hc<CitizensRoutes>('/api/citizens', { fetch: http })
const contacts = hc<ContactsRoutes>('/api/citizens', { fetch: http })

/** Who a citizen is, the number masked. */
export const readCitizen = (id: string) => parseResponse(citizens[':id'].$get({ param: { id } }))
/** Their ten newest tickets. */
export const readCitizenTickets = (id: string) =>
  parseResponse(citizens[':id'].tickets.$get({ param: { id }, query: { size: '10' } }))
/** Their ten newest contacts, by whatever channel. */
export const readCitizenContacts = (id: string) =>
  parseResponse(contacts[':id'].contacts.$get({ param: { id }, query: { size: '10' } }))
/** Writes down a name or a remark; null takes it away. */
export const renameCitizen = (id: string, change: { name?: string | null; note?: string | null }) =>
  parseResponse(citizens[':id'].$patch({ param: { id }, json: change }))
/** The full number. Who looked and why goes into the audit. */
export const revealPhone = async (id: string, reason: string) =>
  (await parseResponse(citizens[':id'].reveal.$post({ param: { id }, json: { reason } }))).phone
/** The citizen of a number as people write it, made when new. */
export const meetCitizen = (phone: string, name: string) =>
  parseResponse(citizens.index.$post({ json: { phone, ...(name !== '' && { name }) } }))
