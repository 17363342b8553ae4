import { accessProblem } from './access.errors.ts'
import type { Tx } from '../../db/db.ts'
import type { NewStaff } from '../directory/add-staff.ts'
import type { Directory, Staff } from '../directory/directory.ts'
import { sampleSecrets } from '../platform/config.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { insertAccount } from './account.store.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import { hashPassword } from './passwords/password-hash.ts'
import { demandStrength } from './passwords/password-strength.ts'

/**
 * Adds a member of staff with an account, inside a transaction that is open already. Takes the hash, not the password: hashing
 * takes a tenth of a second on purpose, and would hold up every other write. Throws `auth.forbidden`, `unit.not-found`, `staff.exists`.
 */
export const createStaffIn =
  (deps: WriteDeps & { directory: Directory }) =>
  async (
    tx: Tx,
    actor: Actor,
    input: NewStaff & { passwordHash: string; mustChangePassword?: boolean },
  ): Promise<Staff> => {
    const { passwordHash, mustChangePassword = false, ...person } = input
    const staff = await deps.directory.addStaffIn(tx, actor, person)
    await insertAccount(tx, {
      id: staff.id,
      username: staff.username,
      name: staff.name,
      passwordHash,
      mustChangePassword,
      at: staff.createdAt,
    })
    return staff
  }

/**
 * The same for one person with a password in clear, which they must change when they first sign in. Also throws `auth.sample-password` in production,
 * `password.too-short`, `password.contains-name`, `password.too-common`.
 */
export const createStaff = (deps: WriteDeps & { directory: Directory }) => {
  const create = createStaffIn(deps)
  return async (actor: Actor, input: NewStaff & { password: string }): Promise<Staff> => {
    demand(actor, 'staff.manage')
    const { password, ...person } = input
    if (deps.config.production && password === sampleSecrets.password) throw accessProblem('auth.sample-password')
    await demandStrength(password, person)
    const passwordHash = await hashPassword(password)
    return deps.db.tx((tx) => create(tx, actor, { ...person, passwordHash, mustChangePassword: true }))
  }
}
