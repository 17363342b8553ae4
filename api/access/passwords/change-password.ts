import { record } from '../../audit/record.ts'
import { staffNote } from '../../directory/staff-note.ts'
import type { Directory } from '../../directory/directory.ts'
import { sampleSecrets } from '../../platform/config.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { accessProblem } from '../access.errors.ts'
import { removeSessionsOf, updatePassword } from '../account.store.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { ConfirmPassword, From } from './confirm-password.ts'
import { hashPassword } from './password-hash.ts'
import { demandStrength } from './password-strength.ts'

/** A password for another one, by its owner. */
export interface PasswordChange extends From {
  current: string
  next: string
  /** The session in which it is done; all others end. */
  sessionId: string
}

/**
 * Changes one's own password and ends one's other sessions. Throws `password.wrong`, `password.unchanged`, `password.too-short`,
 * `password.contains-name`, `password.too-common`, `auth.sample-password` (production), `request.too-many`.
 */
export const changePassword =
  (deps: WriteDeps & { directory: Directory; sessions: Sessions; confirmPassword: ConfirmPassword }) =>
  async (actor: StaffActor, { current, next, sessionId, ...from }: PasswordChange): Promise<void> => {
    const username = deps.directory.staffById(actor.id)?.username ?? ''
    if (next === current) throw accessProblem('password.unchanged')
    if (deps.config.production && next === sampleSecrets.password) throw accessProblem('auth.sample-password')
    // First, for it is counted: whoever does not know the present one does not have the lists of known ones read.
    await deps.confirmPassword(actor, current, from)
    await demandStrength(next, { username, name: actor.name })
    const hash = await hashPassword(next)
    await deps.db.tx(async (tx) => {
      await updatePassword(tx, actor.id, { hash, mustChange: false, at: deps.clock.now() })
      await removeSessionsOf(tx, actor.id, sessionId)
      await record(tx, deps, actor, {
        audit: [{ action: 'password.changed', entity: 'staff', entityId: actor.id }],
        live: [staffNote('signedOut', actor.id)],
      })
      tx.afterCommit(() => deps.sessions.forgetStaff(actor.id))
    })
  }
