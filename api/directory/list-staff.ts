import { searchable } from '../platform/writing/searchable.ts'
import { isHotline, type StaffActor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { DirectoryReads } from './directory.cache.ts'
import type { Staff } from './directory.store.ts'
import type { Role } from '../vocabulary/directory.ts'

/** Which people are asked for. */
export interface ListStaff {
  /** Only this unit's own people. */
  unitId?: string | undefined
  role?: Role | undefined
  /** Part of a name, a sign-in name or an extension. */
  q?: string | undefined
  active: boolean
}

/** Staff by name: the hotline sees everybody, a unit the people of its own subtree. Throws `auth.forbidden`. */
export const listStaff =
  (directory: Pick<DirectoryReads, 'staff' | 'unitById'>) =>
  (actor: StaffActor, { unitId, role, q, active }: ListStaff): Staff[] => {
    demand(actor, 'directory.read')
    const needle = searchable(q ?? '')
    const inScope = (staff: Staff) =>
      isHotline(actor) || (directory.unitById(staff.unitId)?.path.startsWith(actor.unitPath) ?? false)
    return directory
      .staff()
      .filter((staff) => staff.active === active && inScope(staff))
      .filter((staff) => unitId === undefined || staff.unitId === unitId)
      .filter((staff) => role === undefined || staff.roles.includes(role))
      .filter((staff) => searchable(`${staff.name} ${staff.username} ${staff.extension ?? ''}`).includes(needle))
      .sort((a, b) => (a.username < b.username ? -1 : 1))
  }
