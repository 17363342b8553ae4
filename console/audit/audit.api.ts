import { hc, parseResponse } from 'hono/client'
import type { AuditRoutes } from '../../api/audit/audit.routes.ts'
import { http } from '../shared/http.ts'

const audit = hc<AuditRoutes>('/api/audit', { fetch: http })

/** Filters as they stand in the query; instants with an offset. */
export type AuditQuestion = Partial<Record<'entity' | 'entityId' | 'actorId' | 'action' | 'from' | 'to', string>>

/** A page of the audit, 50 rows, newest first. */
export const readAudit = (query: AuditQuestion, after: string | undefined, signal: AbortSignal) =>
  parseResponse(
    audit.index.$get(
      { query: { ...query, size: '50', ...(after !== undefined && { cursor: after }) } },
      { init: { signal } },
    ),
  )
