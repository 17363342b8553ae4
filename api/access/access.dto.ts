import { z } from 'zod'
import type { Directory } from '../directory/directory.ts'
import { roles, unitLevels } from '../vocabulary/directory.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { may, permissions, type Permission } from '../vocabulary/permissions.ts'
import { pendingDuties, type PendingDuty } from './pending.types.ts'

/** Who is signed in and what they may do; what the console draws its ways in from. */
export const SessionDto = z
  .object({
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
    /** What must be done before anything else; null when nothing. */
    pending: z.enum(pendingDuties).nullable(),
    /** The session ends after so many minutes in which nobody did anything. */
    idleMinutes: z.number(),
    /** The number of the last live event: a stream that begins after it (`since`) misses nothing of what is read from now on. */
    liveSeq: z.number(),
  })
  .meta({ id: 'Session' })
export type SessionDto = z.infer<typeof SessionDto>

/** `Object.keys` forgets that the keys of `permissions` are the permissions. */
const allPermissions = Object.keys(permissions) as Permission[]

/** Who is signed in, with the names of their unit. `sample`: whether the database is the sample city, which the console says on every page. */
export const toSessionDto = (
  {
    directory,
    sample,
    idleMinutes,
    liveSeq,
  }: { directory: Directory; sample: boolean; idleMinutes: number; liveSeq: () => number },
  actor: StaffActor,
  pending: PendingDuty | null,
): SessionDto => {
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
    permissions: pending === null ? allPermissions.filter((permission) => may(actor, permission)) : [],
    pending,
    idleMinutes,
    liveSeq: liveSeq(),
  })
}
