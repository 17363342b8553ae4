import { directoryProblem } from './directory.errors.ts'
import { z } from 'zod'
import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import type { DirectoryCache } from './directory.cache.ts'
import { findUnit, insertStaff, type Staff } from './directory.store.ts'
import { roles } from '../vocabulary/directory.ts'
import { words } from '../platform/words.ts'
import { staffNote } from './staff-note.ts'

/** Languages that a member of staff may have the console in. */
export const staffLocales = ['zh-CN', 'en'] as const

/** A member of staff as an administrator enters them. */
export const NewStaff = z.strictObject({
  /** Sign-in name; kept in lower case. */
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/)
    .min(3)
    .max(60),
  name: words(100),
  roles: z
    .array(z.enum(roles))
    .min(1)
    .transform((given) => [...new Set(given)]),
  unitId: z.string(),
  extension: z
    .string()
    .regex(/^\d{2,8}$/)
    .nullable()
    .default(null),
  locale: z.enum(staffLocales).default('zh-CN'),
})
export type NewStaff = z.input<typeof NewStaff>

/** Adds a member of staff to the directory; the account is the access feature's. Throws `unit.not-found` and `staff.exists`. */
export const addStaffIn =
  (deps: WriteDeps, cache: DirectoryCache) =>
  async (tx: Tx, actor: Actor, input: NewStaff): Promise<Staff> => {
    demand(actor, 'staff.manage')
    const given = NewStaff.parse(input)
    if (!(await findUnit(tx, given.unitId))) throw directoryProblem('unit.not-found')
    const id = deps.ids.next('staff')
    const staff = await insertStaff(tx, { id, ...given, active: true, createdAt: deps.clock.now() })
    if (!staff) throw directoryProblem('staff.exists')
    const { createdAt: _at, formerPosts: _none, ...after } = staff
    await record(tx, deps, actor, {
      audit: [{ action: 'staff.created', entity: 'staff', entityId: id, after }],
      live: [staffNote('created', id)],
    })
    tx.afterCommit(() => cache.putStaff(staff))
    return staff
  }
