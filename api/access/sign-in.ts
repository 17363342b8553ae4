import { platformProblem } from '../platform/problem.ts'
import { accessProblem } from './access.errors.ts'
import { APIError } from 'better-auth/api'
import { hashPassword } from 'better-auth/crypto'
import type { Directory } from '../directory/directory.ts'
import { sampleSecrets } from '../platform/config.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import { systemActor, type StaffActor } from '../vocabulary/actor.ts'
import type { Auth } from './auth.ts'
import type { Sessions } from './sessions.ts'
import type { Tries } from './tries.ts'

/** What a person gives to sign in, and what the request tells beside it. */
export interface SignIn {
  username: string
  password: string
  /** The address the request came from, for the limit of tries. */
  address: string
  headers: Headers
  requestId: string | null
}

/** Who signed in, and the cookies to hand out. */
export interface SignedIn {
  actor: StaffActor
  cookies: string[]
}

const wrong = () => accessProblem('auth.wrong-password')

/**
 * Opens a session. A wrong password and an unknown or deactivated name answer alike and take the same time, for each hashes once
 * and writes one audit row. Throws `auth.wrong-password`, `auth.sample-password` (production), `request.too-many`.
 */
export const signIn =
  (deps: WriteDeps & { directory: Directory; auth: Auth; sessions: Sessions; tries: Tries }) =>
  async ({ username, password, address, headers, requestId }: SignIn): Promise<SignedIn> => {
    const name = username.trim().toLowerCase()
    const key = `${address} ${name}`
    const wait = deps.tries.take(key)
    if (wait !== null)
      throw platformProblem('request.too-many', undefined, { retryAfterSeconds: Math.ceil(wait / 1000) })
    if (deps.config.production && password === sampleSecrets.password) throw accessProblem('auth.sample-password')

    const staff = deps.directory.staffByUsername(name)
    const cookies = staff?.active
      ? await open(deps.auth, name, password, headers)
      : await hashPassword(password).then(() => null)
    const actor = staff && cookies ? deps.sessions.actorOf(staff.id, requestId) : null
    const audit = (action: string) => ({ audit: [{ action, entity: 'staff', entityId: staff?.id ?? 'unknown' }] })
    if (!actor || !cookies) {
      await deps.db.tx((tx) => record(tx, deps, systemActor('sign-in'), audit('session.refused')))
      throw wrong()
    }
    // If this fails, nobody ever holds the cookie of the session that was opened.
    await deps.db.tx((tx) => record(tx, deps, actor, audit('session.opened')))
    deps.tries.clear(key)
    return { actor, cookies }
  }

/** The cookies of a new session; null when the password is wrong. */
const open = async (auth: Auth, username: string, password: string, headers: Headers): Promise<string[] | null> => {
  try {
    const answer = await auth.api.signInUsername({ body: { username, password }, headers, returnHeaders: true })
    return answer.headers.getSetCookie()
  } catch (error) {
    if (error instanceof APIError && error.status === 'UNAUTHORIZED') return null
    throw error
  }
}
