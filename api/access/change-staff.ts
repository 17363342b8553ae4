import type { StaffChange } from '../directory/change-staff.ts'
import type { Directory, Staff } from '../directory/directory.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { removeSessionsOf } from './account.store.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { Sessions } from './sessions/sessions.ts'

/** Changes a member of staff. Deactivating closes every session of theirs at once. Throws `staff.not-found`, `unit.not-found`. */
export const changeStaff =
  (deps: WriteDeps & { directory: Directory; sessions: Sessions }) =>
  (actor: Actor, id: string, change: StaffChange): Promise<Staff> =>
    deps.db.tx(async (tx) => {
      demand(actor, 'staff.manage')
      const staff = await deps.directory.changeStaffIn(tx, actor, id, change)
      if (!staff.active) {
        await removeSessionsOf(tx, id)
        tx.afterCommit(() => deps.sessions.forgetStaff(id))
      }
      return staff
    })
