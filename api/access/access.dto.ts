import { z } from 'zod'
import type { Directory } from '../directory/directory.ts'
import { roles, unitLevels } from '../vocabulary/directory.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import type { NamedAudit } from '../audit/name-audit.ts'
import { may, permissions, type Permission } from '../vocabulary/permissions.ts'

/** Who is signed in and what they may do; what the console draws its ways in from. */
export const SessionDto = z.object({
  staff: z.object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    unitId: z.string(),
    unitName: z.string(),
    unitNameEn: z.string(),
    unitLevel: z.enum(unitLevels),
    locale: z.string(),
  }),
  /** The data is the sample city's. */
  sample: z.boolean(),
  permissions: z.array(z.string()),
})
export type SessionDto = z.infer<typeof SessionDto>

/** `Object.keys` forgets that the keys of `permissions` are the permissions. */
const allPermissions = Object.keys(permissions) as Permission[]

/** Who is signed in, with the names of their unit. `sample`: whether the database is the sample city, which the console says on every page. */
export const toSessionDto = (directory: Directory, actor: StaffActor, sample: boolean): SessionDto => {
  const staff = directory.staffById(actor.id)
  const unit = directory.unitById(actor.unitId)
  return SessionDto.parse({
    staff: {
      ...staff,
      unitName: unit?.name,
      unitNameEn: unit?.nameEn,
      unitLevel: unit?.level,
    },
    sample,
    permissions: allPermissions.filter((permission) => may(actor, permission)),
  })
}

/** What an id of a record stands for, as the reader may know it: a ticket by its number, a citizen masked, anything else by name. */
const AuditNameDto = z.object({
  id: z.string(),
  kind: z.enum(['ticket', 'citizen', 'staff', 'unit', 'line', 'matter', 'article']),
  name: z.string(),
  nameEn: z.string().nullable(),
})
/** A row of the audit as an administrator reads it: what was done to what by whom, with names for the ids in it. */
export const AuditDto = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actorKind: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
  about: AuditNameDto.nullable(),
  names: z.array(AuditNameDto),
})
/** An audit row whose ids were given names, as it goes out. */
export const toAuditDto = (row: NamedAudit) => AuditDto.parse({ ...row, at: row.at.toISOString() })
