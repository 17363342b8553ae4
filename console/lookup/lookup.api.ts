import { hc, parseResponse } from 'hono/client'
import type { LookupRoutes } from '../../api/lookup/lookup.routes.ts'
import { http } from '../shared/http.ts'

const everything = hc<LookupRoutes>('/api/search', { fetch: http })

/** Everything one can open, by what was typed, each kind best first. It is asked in a body: it may be a telephone number. */
export const lookUp = (q: string, signal: AbortSignal) =>
  parseResponse(everything.index.$post({ json: { q } }, { init: { signal } }))
