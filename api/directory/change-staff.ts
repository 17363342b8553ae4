import { directoryProblem } from './directory.errors.ts'
import { z } from 'zod'
import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import { staffLocales } from './add-staff.ts'
import type { DirectoryCache } from './directory.cache.ts'
import { findStaff, findUnit, updateStaff, type Staff } from './directory.store.ts'
import { roles } from '../vocabulary/directory.ts'
import { words } from '../platform/words.ts'
import { staffNote } from './staff-note.ts'

/** What may be changed of a member of staff; what is left out stays. `active: false` ends their sessions. */
export const StaffChange = z
  .strictObject({
    name: words(100).optional(),
    roles: z
      .array(z.enum(roles))
      .min(1)
      .transform((given) => [...new Set(given)])
      .optional(),
    unitId: z.string().optional(),
    extension: z
      .string()
      .regex(/^\d{2,8}$/)
      .nullable()
      .optional(),
    locale: z.enum(staffLocales).optional(),
    active: z.boolean().optional(),
  })
  .meta({ id: 'StaffChangeBody', samples: [{ roles: ['agent', 'followUp'] }] })
export type StaffChange = z.input<typeof StaffChange>

/** Their former posts with the one they leave now: a report on it stays closed to them (JN 32). */
const withPostLeft = async (tx: Tx, { unitId, formerPosts }: Staff, at: Date) => {
  const left = await findUnit(tx, unitId)
  return left ? [...(formerPosts ?? []), { unitPath: left.path, until: at.toISOString() }] : formerPosts
}

/** Changes what the directory knows of a member of staff; unchanged values write nothing. Throws `staff.not-found` and `unit.not-found`. */
export const changeStaffIn =
  (deps: WriteDeps, cache: DirectoryCache) =>
  async (tx: Tx, actor: Actor, id: string, input: StaffChange): Promise<Staff> => {
    demand(actor, 'staff.manage')
    const before = await findStaff(tx, id)
    if (!before) throw directoryProblem('staff.not-found')
    const given = StaffChange.parse(input)
    if (given.unitId !== undefined && !(await findUnit(tx, given.unitId))) throw directoryProblem('unit.not-found')
    const wanted: Staff = {
      ...before,
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    }
    const keys = (['name', 'roles', 'unitId', 'extension', 'locale', 'active'] as const).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(wanted[key]),
    )
    if (keys.length === 0) return before
    const { name, roles: held, unitId, extension, locale, active } = wanted
    const formerPosts = unitId === before.unitId ? before.formerPosts : await withPostLeft(tx, before, deps.clock.now())
    const after = await updateStaff(tx, id, { name, roles: held, unitId, formerPosts, extension, locale, active })
    if (!after) throw directoryProblem('staff.not-found')
    const pick = (row: Staff) => Object.fromEntries(keys.map((key) => [key, row[key]]))
    await record(tx, deps, actor, {
      audit: [{ action: 'staff.changed', entity: 'staff', entityId: id, before: pick(before), after: pick(after) }],
      live: [staffNote('changed', id)],
    })
    tx.afterCommit(() => cache.putStaff(after))
    return after
  }
