import { record } from '../../audit/record.ts'
import { staffNote } from '../../directory/staff-note.ts'
import type { Directory } from '../../directory/directory.ts'
import type { Config } from '../../platform/config.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { accessProblem } from '../access.errors.ts'
import type { Auth } from '../auth.ts'
import type { ConfirmPassword, From } from '../passwords/confirm-password.ts'
import { needsSecondFactor } from '../pending.ts'
import type { Checked, Sessions } from '../sessions/sessions.ts'
import { askAuth } from './auth-refusal.ts'

/** Whoever asks about their second factor: the actor, the session in which, and the request's own headers, by which the library knows it. */
export interface FactorAsker {
  actor: StaffActor
  session: Checked
  headers: Headers
  from: From
}

type FactorDeps = WriteDeps & {
  config: Config
  directory: Directory
  auth: Auth
  sessions: Sessions
  confirmPassword: ConfirmPassword
}

/** An address for an app that makes codes, with the account's name instead of the mail address that nobody has. */
const named = (uri: string, username: string) =>
  uri.replace(/^(otpauth:\/\/totp\/[^:]+:)[^?]*/, (_, issuer: string) => `${issuer}${encodeURIComponent(username)}`)

/**
 * One's own second factor: codes of an app (TOTP, RFC 6238), and recovery codes that are shown once. Each change asks for the password again.
 * Throws `password.wrong`, `auth.wrong-code`, `second-factor.on`, `second-factor.off`, `second-factor.required`, `request.too-many`.
 */
export const secondFactor = (deps: FactorDeps) => {
  const told = (actor: StaffActor, action: string) =>
    deps.db.tx((tx) =>
      record(tx, deps, actor, {
        audit: [{ action, entity: 'staff', entityId: actor.id }],
        live: [staffNote('signedOut', actor.id)],
      }),
    )
  /** The library opens a new session when the factor changes; the one before it is closed. */
  const cookiesOf = (session: Checked, answer: { headers: Headers }) => {
    deps.sessions.forget(session.token)
    return answer.headers.getSetCookie()
  }

  return {
    /** Whether it is on, whether it must be, and how many recovery codes are left. */
    state: async ({ actor, session }: Pick<FactorAsker, 'actor' | 'session'>) => {
      const { secondFactor: on } = session
      const left = on ? await deps.auth.api.viewBackupCodes({ body: { userId: actor.id } }) : null
      return { on, required: needsSecondFactor(deps.config, actor), recoveryCodesLeft: left?.backupCodes.length ?? 0 }
    },
    /** Makes a secret and recovery codes; the factor is on when a first code was right. */
    begin: async ({ actor, headers, from }: FactorAsker, password: string) => {
      await deps.confirmPassword(actor, password, from)
      const made = await askAuth(deps.auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers }))
      if (made.method !== 'totp') throw new Error('asked for an app, got something else')
      await told(actor, 'secondFactor.begun')
      const username = deps.directory.staffById(actor.id)?.username ?? ''
      return { uri: named(made.totpURI, username), recoveryCodes: made.backupCodes }
    },
    /** A first code from the app turns it on. Answers the cookies of the session that goes on. */
    confirm: async ({ actor, session, headers }: FactorAsker, code: string): Promise<string[]> => {
      const answer = await askAuth(deps.auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
      await told(actor, 'secondFactor.on')
      return cookiesOf(session, answer)
    },
    /** Turns it off, unless the role needs it. Answers the cookies of the session that goes on. */
    end: async ({ actor, session, headers, from }: FactorAsker, password: string): Promise<string[]> => {
      if (!session.secondFactor) throw accessProblem('second-factor.off')
      if (needsSecondFactor(deps.config, actor)) throw accessProblem('second-factor.required')
      await deps.confirmPassword(actor, password, from)
      const answer = await askAuth(deps.auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }))
      await told(actor, 'secondFactor.off')
      return cookiesOf(session, answer)
    },
    /** New recovery codes; those before them are void. */
    renewCodes: async ({ actor, headers, from }: FactorAsker, password: string) => {
      await deps.confirmPassword(actor, password, from)
      const { backupCodes } = await askAuth(deps.auth.api.generateBackupCodes({ body: { password }, headers }))
      await told(actor, 'secondFactor.codesRenewed')
      return { recoveryCodes: backupCodes }
    },
  }
}
