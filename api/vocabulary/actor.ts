import type { Role } from './directory.ts'

/** A signed-in member of staff. */
export interface StaffActor {
  kind: 'staff'
  id: string
  name: string
  roles: readonly Role[]
  unitId: string
  /** Ids from the root, ended by a slash; the scope of unit roles is this subtree. */
  unitPath: string
  /** Where they worked before; a report on such a unit stays closed to them. Absent: nowhere. */
  formerPosts?: readonly FormerPost[]
  requestId: string | null
}
/** A unit that a member of staff has left. */
interface FormerPost {
  unitPath: string
  until: Date
}
/** A member of staff of a unit, as they act. `requestId`: of the request they act by, if it is one. */
export const staffActor = (
  {
    id,
    name,
    roles,
    formerPosts,
  }: {
    id: string
    name: string
    roles: readonly Role[]
    formerPosts?: readonly { unitPath: string; until: string }[] | null
  },
  unit: { id: string; path: string },
  requestId: string | null,
): StaffActor => ({
  kind: 'staff',
  id,
  name,
  roles,
  unitId: unit.id,
  unitPath: unit.path,
  formerPosts: (formerPosts ?? []).map(({ unitPath, until }) => ({ unitPath, until: new Date(until) })),
  requestId,
})

/** A member of staff as the directory knows them now; null when they no longer work here. */
export const actorNow = (
  directory: {
    staffById(
      id: string,
    ): { id: string; name: string; roles: readonly Role[]; unitId: string; active: boolean } | undefined
    unitById(id: string): { id: string; path: string } | undefined
  },
  staffId: string,
  requestId: string | null,
): StaffActor | null => {
  const staff = directory.staffById(staffId)
  const unit = staff && directory.unitById(staff.unitId)
  return staff?.active && unit ? staffActor(staff, unit, requestId) : null
}

/** A citizen, known by the number that the carrier vouches for. */
export interface CitizenActor {
  kind: 'citizen'
  id: string
  name: string
}
/** A worker of the program itself. */
export interface SystemActor {
  kind: 'system'
  id: string
  name: string
}
/** Who does something; never null, the system included. */
export type Actor = StaffActor | CitizenActor | SystemActor

/** The actor of a worker, named for its job. */
export const systemActor = (job: string): SystemActor => ({ kind: 'system', id: job, name: job })

/** Roles of the hotline itself, which see every ticket; unit roles see their subtree. */
export const hotlineRoles: readonly Role[] = ['agent', 'dispatcher', 'reviewer', 'followUp', 'supervisor', 'admin']

/** Whether the actor works for the hotline (and so is not bound to a unit's tickets). */
export const isHotline = (actor: Actor) =>
  actor.kind === 'system' || (actor.kind === 'staff' && actor.roles.some((role) => hotlineRoles.includes(role)))

export const hasRole = (actor: Actor, ...roles: Role[]) =>
  actor.kind === 'staff' && actor.roles.some((role) => roles.includes(role))

/** Whether the actor sees tickets only through assignments to their subtree. */
export const isScoped = (actor: Actor) => actor.kind === 'staff' && !isHotline(actor)

/** Who may do something. */
export const actorKinds = ['staff', 'citizen', 'system'] as const
