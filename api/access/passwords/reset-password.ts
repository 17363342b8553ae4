import { randomInt } from 'node:crypto'
import { record } from '../../audit/record.ts'
import { staffNote } from '../../directory/staff-note.ts'
import { directoryProblem } from '../../directory/directory.errors.ts'
import type { Directory } from '../../directory/directory.ts'
import { demand } from '../../platform/demand.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { removeSecondFactor, removeSessionsOf, updatePassword } from '../account.store.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { hashPassword } from './password-hash.ts'

/** Signs that nobody takes for one another, read out on the telephone. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * A password for once: four groups of four, some 79 bits.
 * @internal exported for its test
 */
export const makeOncePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')).join('-')

/**
 * Gives somebody a password for once: all their sessions end, and with it they can only choose another one. `secondFactor`: it is taken away as
 * well, for somebody who lost the telephone and the recovery codes. Answers the password, which is shown this once.
 * Throws `auth.forbidden`, `staff.not-found`.
 */
export const resetPassword =
  (deps: WriteDeps & { directory: Directory; sessions: Sessions }) =>
  async (actor: Actor, id: string, { secondFactor }: { secondFactor: boolean }): Promise<{ oncePassword: string }> => {
    demand(actor, 'staff.manage')
    if (!deps.directory.staffById(id)) throw directoryProblem('staff.not-found')
    const made = makeOncePassword()
    const hash = await hashPassword(made)
    await deps.db.tx(async (tx) => {
      await updatePassword(tx, id, { hash, mustChange: true, at: deps.clock.now() })
      const removed = secondFactor && (await removeSecondFactor(tx, id, deps.clock.now()))
      await removeSessionsOf(tx, id)
      await record(tx, deps, actor, {
        audit: [{ action: 'password.reset', entity: 'staff', entityId: id, after: { secondFactorRemoved: removed } }],
        live: [staffNote('signedOut', id)],
      })
      tx.afterCommit(() => deps.sessions.forgetStaff(id))
    })
    return { oncePassword: made }
  }
