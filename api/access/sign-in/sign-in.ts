import { APIError } from 'better-auth/api'
import { record } from '../../audit/record.ts'
import type { Directory } from '../../directory/directory.ts'
import { sampleSecrets } from '../../platform/config.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import { systemActor, type StaffActor } from '../../vocabulary/actor.ts'
import { accessProblem } from '../access.errors.ts'
import type { Auth } from '../auth.ts'
import { hashPassword } from '../passwords/password-hash.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { Admission } from './admission.ts'
import type { HashLine } from './hash-line.ts'

/** What a person gives to sign in, and what the request tells beside it. */
export interface SignIn {
  username: string
  password: string
  /** The address the request came from. */
  address: string
  /** The browser's mark from an earlier sign-in; null when it brings none. */
  device: string | null
  /** The mark it is given when it comes in. */
  nextDevice: string
  headers: Headers
  requestId: string | null
}

/** Who signed in, and the cookies to hand out. */
export interface SignedIn {
  actor: StaffActor
  cookies: string[]
}

/** The password was right, and a code is asked for: `actor` is null, and the cookies say for whom. */
export interface CodeAsked {
  actor: null
  cookies: string[]
}

const wrong = () => accessProblem('auth.wrong-password')

/**
 * Opens a session. A wrong password and an unknown or deactivated name answer alike and take the same time, for each hashes once
 * and writes one audit row, with the address and a hash of the name. An account with a second factor is asked for a code (`sign-in-code.ts`). Throws `auth.wrong-password`, `auth.sample-password` (production),
 * `request.too-many` (tries, or no place in the line).
 */
export const signIn =
  (
    deps: WriteDeps & {
      directory: Directory
      auth: Auth
      sessions: Sessions
      admission: Admission
      hashLine: HashLine
    },
  ) =>
  async (given: SignIn): Promise<SignedIn | CodeAsked> => {
    const { password, address, headers, requestId } = given
    const name = given.username.trim().toLowerCase()
    const comer = { name, address, device: given.device }
    const { known } = await deps.admission.admit(comer)
    if (deps.config.production && password === sampleSecrets.password) throw accessProblem('auth.sample-password')

    const leave = await deps.hashLine.enter({ address, known })
    try {
      // Those who came at the same time have failed meanwhile.
      const admitted = await deps.admission.admit(comer)
      const staff = deps.directory.staffByUsername(name)
      const opened = staff?.active
        ? await open(deps.auth, name, password, headers)
        : await hashPassword(password).then(() => null)
      const actor = staff && opened ? deps.sessions.actorOf(staff.id, requestId) : null
      const entity = { entity: 'staff', entityId: staff?.id ?? 'unknown' }
      if (!actor || !opened) {
        const after = { address, nameHash: deps.admission.hashName(name) }
        await deps.db.tx(async (tx) => {
          await admitted.failed(tx)
          await record(tx, deps, systemActor('sign-in'), { audit: [{ action: 'session.refused', ...entity, after }] })
        })
        throw wrong()
      }
      if (opened.asksCode) return { actor: null, cookies: opened.cookies }
      // If this fails, nobody ever holds the cookie of the session that was opened.
      await deps.db.tx(async (tx) => {
        await admitted.succeeded(tx, given.nextDevice)
        await record(tx, deps, actor, { audit: [{ action: 'session.opened', ...entity, after: { address } }] })
      })
      return { actor, cookies: opened.cookies }
    } finally {
      leave()
    }
  }

/** The cookies of a new session, or of the step in which a code is asked for; null when the password is wrong. */
const open = async (
  auth: Auth,
  username: string,
  password: string,
  headers: Headers,
): Promise<{ cookies: string[]; asksCode: boolean } | null> => {
  try {
    const answer = await auth.api.signInUsername({ body: { username, password }, headers, returnHeaders: true })
    return { cookies: answer.headers.getSetCookie(), asksCode: 'twoFactorRedirect' in answer.response }
  } catch (error) {
    if (error instanceof APIError && error.status === 'UNAUTHORIZED') return null
    throw error
  }
}
