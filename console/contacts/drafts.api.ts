import { hc, parseResponse } from 'hono/client'
import type { DraftsRoutes } from '../../api/contacts/drafts.routes.ts'
import { http } from '../shared/http.ts'

const drafts = hc<DraftsRoutes>('/api/drafts', { fetch: http })

/** One's own forms that are not filed yet. */
export const readDrafts = async () => (await parseResponse(drafts.index.$get())).items
/** One draft with its version. */
export const readDraft = (id: string) => parseResponse(drafts[':id'].$get({ param: { id } }))
export type Draft = Awaited<ReturnType<typeof readDraft>>
/** Begins a draft; a contact has one at most (`draft.conflict`). */
export const createDraft = (content: Record<string, unknown>, contactId?: string) =>
  parseResponse(drafts.index.$post({ json: { content, ...(contactId !== undefined && { contactId }) } }))
/** Saves over the version that was seen (`draft.conflict` when there is a newer one). */
export const saveDraft = (id: string, version: number, content: Record<string, unknown>) =>
  parseResponse(drafts[':id'].$put({ param: { id }, json: { version, content } }))
/** Throws a draft away. */
export const removeDraft = (id: string) => parseResponse(drafts[':id'].$delete({ param: { id } }))
