import type { Directory } from '../directory/directory.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Live } from '../platform/live/live.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { createAuth } from './auth.ts'
import { changeStaff } from './change-staff.ts'
import { createStaff, createStaffIn } from './create-staff.ts'
import { findAccountState, sweepSessions, sweepVerifications } from './account.store.ts'
import { changePassword } from './passwords/change-password.ts'
import { confirmPassword } from './passwords/confirm-password.ts'
import { resetPassword } from './passwords/reset-password.ts'
import { pendingDuty } from './pending.ts'
import { requestFrom } from './request-from.ts'
import { secondFactor } from './second-factor/second-factor.ts'
import { ownSessions } from './sessions/own-sessions.ts'
import { requireReady, requireStaff } from './sessions/require-staff.ts'
import { signInCode } from './sign-in/sign-in-code.ts'
import { sameOrigin } from './same-origin.ts'
import { createSessionCookie } from './sessions/session-cookie.ts'
import { followSessions } from './sessions/follow-sessions.ts'
import { createSessions } from './sessions/sessions.ts'
import { signIn } from './sign-in/sign-in.ts'
import { signOut } from './sessions/sign-out.ts'
import { stillMay } from './sessions/still-may.ts'
import { createAdmission } from './sign-in/admission.ts'
import { createDeviceCookie } from './sign-in/device-cookie.ts'
import { createHashLine } from './sign-in/hash-line.ts'
import { sweepDebts, sweepPlaces } from './sign-in/tries.store.ts'

/** Accounts and sessions. */
export const createAccess = async (given: WriteDeps & { directory: Directory; live: Pick<Live, 'seen'> }) => {
  const auth = createAuth(given)
  const { config } = given
  const parts = {
    ...given,
    auth,
    sessions: createSessions(given),
    admission: createAdmission(given),
    hashLine: createHashLine(),
  }
  const deps = { ...parts, confirmPassword: confirmPassword(parts) }
  const device = createDeviceCookie(config)
  const cookie = await createSessionCookie(auth, given.config, given.clock)
  return {
    createStaffIn: createStaffIn(deps),
    createStaff: createStaff(deps),
    changeStaff: changeStaff(deps),
    signIn: signIn(deps),
    signInCode: signInCode(deps),
    changePassword: changePassword(deps),
    resetPassword: resetPassword(deps),
    ownSessions: ownSessions(deps),
    secondFactor: secondFactor(deps),
    /** What an account must do first, asked when it has just signed in. */
    pendingOf: async (actor: StaffActor) => pendingDuty(config, actor, await findAccountState(given.db, actor.id)),
    signOut: signOut(deps),
    sessions: deps.sessions,
    follow: followSessions(deps.sessions),
    sweeps: {
      sessions: sweepSessions,
      verifications: sweepVerifications,
      signInTries: sweepDebts,
      signInPlaces: sweepPlaces,
    },
    cookie,
    device,
    requestFrom: requestFrom({ trustProxy: config.trustProxy, device }),
    requireStaff: requireStaff({ cookie, sessions: deps.sessions, config }),
    requireReady,
    stillMay: stillMay({ cookie, sessions: deps.sessions }),
    sameOrigin: sameOrigin(given.config),
    directory: given.directory,
    sample: given.config.sampleCity,
    idleMinutes: config.sessionIdleMinutes,
    liveSeq: given.live.seen,
  }
}
export type Access = Awaited<ReturnType<typeof createAccess>>
