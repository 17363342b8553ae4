import { hc, parseResponse } from 'hono/client'
import type { DeskNoticesRoutes } from '../../api/desk-notices/desk-notices.routes.ts'
import { http } from '../shared/http.ts'

const notices = hc<DeskNoticesRoutes>('/api/notices', { fetch: http })

/** One's own notices, the newest first. */
export const readNotices = async () => (await parseResponse(notices.index.$get({ query: { size: '50' } }))).items
export type DeskNotice = Awaited<ReturnType<typeof readNotices>>[number]
/** How many are unread, and the dangers that nobody has handled. */
export const readBell = () => parseResponse(notices.bell.$get())
/** Says what one has read: single ones, or everything up to a moment (ISO). */
export const tellRead = (read: { ids: string[] } | { upTo: string }) =>
  parseResponse(notices.read.$post({ json: read }))
/** Dangers that a citizen told of: open ones, and who handled the others within a day. */
export const readDangers = async (citizenId: string) =>
  (await parseResponse(notices.dangers.$get({ query: { citizenId } }))).items
/** Says by name that one has a danger in hand. */
export const acknowledgeDanger = (id: string) => parseResponse(notices[':id'].acknowledge.$post({ param: { id } }))
