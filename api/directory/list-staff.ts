import { searchable } from '../platform/writing/searchable.ts'
import type { Sounds } from '../platform/writing/pinyin.ts'
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
  /** Who is called so by sound is found as well. */
  sounds?: Sounds | null
  active: boolean
}

/** Staff by sign-in name, those first who sound most like what was typed: the hotline sees everybody, a unit the people of its own subtree. Throws `auth.forbidden`. */
export const listStaff =
  (directory: Pick<DirectoryReads, 'staff' | 'unitById'>) =>
  (actor: StaffActor, { unitId, role, q, sounds = null, active }: ListStaff): Staff[] => {
    demand(actor, 'directory.read')
    const needle = searchable(q ?? '')
    const heard = ({ name }: Staff) => (sounds === null ? 0 : sounds(name))
    const inScope = (staff: Staff) =>
      isHotline(actor) || (directory.unitById(staff.unitId)?.path.startsWith(actor.unitPath) ?? false)
    return directory
      .staff()
      .filter((staff) => staff.active === active && inScope(staff))
      .filter((staff) => unitId === undefined || staff.unitId === unitId)
      .filter((staff) => role === undefined || staff.roles.includes(role))
      .filter(
        (staff) =>
          searchable(`${staff.name} ${staff.username} ${staff.extension ?? ''}`).includes(needle) || heard(staff) > 0,
      )
      .sort((a, b) => heard(b) - heard(a) || (a.username < b.username ? -1 : 1))
  }
