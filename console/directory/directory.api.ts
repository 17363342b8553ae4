import { hc, parseResponse } from 'hono/client'
import type { StaffRoutes } from '../../api/access/staff.routes.ts'
import type { UnitsRoutes } from '../../api/directory/directory.routes.ts'
import type { Role, UnitLevel } from '../../api/vocabulary/directory.ts'
import { http } from '../shared/http.ts'

const staff = hc<StaffRoutes>('/api/staff', { fetch: http })
const units = hc<UnitsRoutes>('/api/units', { fetch: http })

/** Which people are looked for; `q` is part of a name, a sign-in name or an extension. */
export interface StaffQuestion {
  q?: string
  role?: Role
}

/** Which units are looked for; `q` is part of a name, an alias or the code. */
export interface UnitQuestion {
  q?: string
  level?: UnitLevel
}

/** People by name, as far as the reader may see them. */
export const readStaff = async (query: StaffQuestion, signal?: AbortSignal) =>
  (await parseResponse(staff.index.$get({ query }, signal ? { init: { signal } } : {}))).items

/** A password for once; it is told this once. `secondFactor`: theirs is taken away as well. */
export const resetPassword = (id: string, secondFactor: boolean) =>
  parseResponse(staff[':id'].password.$post({ param: { id }, json: { secondFactor } }))

/** Units in force, the best match first. */
export const readUnits = async (query: UnitQuestion, signal?: AbortSignal) =>
  (await parseResponse(units.index.$get({ query }, signal ? { init: { signal } } : {}))).items
