import { hc, parseResponse } from 'hono/client'
import type { LinesRoutes } from '../../api/directory/directory.routes.ts'
import type { RatesRoutes, WallboardRoutes } from '../../api/insight/insight.routes.ts'
import type { Kind } from '../../api/vocabulary/catalogue.ts'
import type { UnitLevel } from '../../api/vocabulary/directory.ts'
import { http } from '../shared/http.ts'

const wallboard = hc<WallboardRoutes>('/api/wallboard', { fetch: http })
const rates = hc<RatesRoutes>('/api/rates', { fetch: http })
const lines = hc<LinesRoutes>('/api/lines', { fetch: http })

/** `from` and `to` are instants; a unit's own reader gets its subtree only. */
export interface RatesQuestion {
  from: string
  to: string
  level: UnitLevel
  kind?: Kind
}

/** The wallboard of this moment. */
export const readWallboard = (signal?: AbortSignal) =>
  parseResponse(wallboard.index.$get({}, signal ? { init: { signal } } : {}))
/** The three rates of the follow-up, by unit. */
export const readRates = (query: RatesQuestion, signal?: AbortSignal) =>
  parseResponse(rates.index.$get({ query }, signal ? { init: { signal } } : {}))
/** The lines, for their names. */
export const readLines = async () => (await parseResponse(lines.index.$get())).items
