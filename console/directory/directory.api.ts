import { hc, parseResponse } from 'hono/client'
import type { StaffRoutes } from '../../api/access/staff.routes.ts'
import type { UnitsRoutes } from '../../api/directory/directory.routes.ts'
import type { Role, UnitLevel } from '../../api/vocabulary/directory.ts'
import { http } from '../shared/http.ts'

const staff = hc<StaffRoutes>('/api/staff', { fetch: http })
const units = hc<UnitsRoutes>('/api/units', { fetch: http })

export interface StaffQuestion {
  q?: string
  role?: Role
}
export interface UnitQuestion {
  q?: string
  level?: UnitLevel
}

export const readStaff = async (query: StaffQuestion, signal?: AbortSignal) =>
  (await parseResponse(staff.index.$get({ query }, signal ? { init: { signal } } : {}))).items
export const readUnits = async (query: UnitQuestion, signal?: AbortSignal) =>
  (await parseResponse(units.index.$get({ query }, signal ? { init: { signal } } : {}))).items
