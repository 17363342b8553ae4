import { record } from '../../audit/record.ts'
import { staffNote } from '../../directory/staff-note.ts'
import type { Directory } from '../../directory/directory.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import { Problem } from '../../platform/problem.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { accessProblem } from '../access.errors.ts'
import { removeSessionsOf } from '../account.store.ts'
import type { Auth } from '../auth.ts'
import { askAuth } from '../second-factor/auth-refusal.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { Admission } from './admission.ts'
import type { SignedIn } from './sign-in.ts'

/** The second step of a sign-in. */
export interface SignInCode {
  code: string
  /** A recovery code instead of the app's. */
  recovery: boolean
  address: string
  nextDevice: string
  headers: Headers
  requestId: string | null
}

/** Only what the first step gave: a session that this browser still has must not answer for another account. */
const stepOf = (headers: Headers): Headers => {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/).filter((cookie) => /^[\w.-]*two_factor=/.test(cookie))
  const step = new Headers(headers)
  step.set('cookie', cookies.join('; '))
  return step
}

/**
 * Opens a session for whoever gave the right password, with a code of their app or a recovery code. Five wrong ones end this sign-in, ten in a row hold
 * the account's codes for a quarter of an hour: only somebody who knows the password comes so far. Throws `auth.wrong-code`, `auth.code-expired`, `request.too-many`.
 */
export const signInCode =
  (deps: WriteDeps & { directory: Directory; auth: Auth; sessions: Sessions; admission: Admission }) =>
  async ({ code, recovery, address, nextDevice, headers, requestId }: SignInCode): Promise<SignedIn> => {
    const asked = { body: { code }, headers: stepOf(headers), returnHeaders: true } as const
    const answer = await askAuth(
      recovery ? deps.auth.api.verifyBackupCode(asked) : deps.auth.api.verifyTOTP(asked),
    ).catch(async (error: unknown) => {
      if (error instanceof Problem) {
        const audit = [
          { action: 'session.refused', entity: 'staff', entityId: 'unknown', after: { address, by: error.code } },
        ]
        await deps.db.tx((tx) => record(tx, deps, systemActor('sign-in'), { audit }))
      }
      throw error
    })
    const staffId = answer.response.user.id
    const actor = deps.sessions.actorOf(staffId, requestId)
    const name = deps.directory.staffById(staffId)?.username
    await deps.db.tx(async (tx) => {
      const entity = { entity: 'staff', entityId: staffId }
      if (!actor || name === undefined) {
        await removeSessionsOf(tx, staffId)
        await record(tx, deps, systemActor('sign-in'), {
          audit: [{ action: 'session.refused', ...entity, after: { address } }],
          live: [staffNote('signedOut', staffId)],
        })
        return
      }
      await deps.admission.remember(tx, { name, address }, nextDevice)
      const after = { address, secondFactor: recovery ? 'recoveryCode' : 'app' }
      await record(tx, deps, actor, { audit: [{ action: 'session.opened', ...entity, after }] })
    })
    if (!actor) throw accessProblem('auth.code-expired')
    return { actor, cookies: answer.headers.getSetCookie() }
  }
