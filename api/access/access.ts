import type { Directory } from '../directory/directory.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Job } from '../platform/jobs.ts'
import { removeExpiredSessions } from './account.store.ts'
import { createAuth } from './auth.ts'
import { changeStaff } from './change-staff.ts'
import { createStaff, createStaffIn, hashPassword } from './create-staff.ts'
import { requireStaff } from './require-staff.ts'
import { sameOrigin } from './same-origin.ts'
import { createSessionCookie } from './session-cookie.ts'
import { createSessions } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { stillMay } from './still-may.ts'
import { createTries } from './tries.ts'

/** Accounts and sessions. */
export const createAccess = async (given: WriteDeps & { directory: Directory }) => {
  const auth = createAuth(given)
  const deps = { ...given, auth, sessions: createSessions(given), tries: createTries(given.clock) }
  const cookie = await createSessionCookie(auth, given.config, given.clock)
  return {
    hashPassword,
    createStaffIn: createStaffIn(deps),
    createStaff: createStaff(deps),
    changeStaff: changeStaff(deps),
    signIn: signIn(deps),
    signOut: signOut(deps),
    sessions: deps.sessions,
    cookie,
    requireStaff: requireStaff({ cookie, sessions: deps.sessions }),
    stillMay: stillMay({ cookie, sessions: deps.sessions }),
    sameOrigin: sameOrigin(given.config),
    directory: given.directory,
    sample: given.config.sampleCity,
    trustProxy: given.config.trustProxy,
  }
}
export type Access = Awaited<ReturnType<typeof createAccess>>

/** Forgets sessions that have ended. */
export const accessJobs = (deps: WriteDeps): Job[] => [
  {
    name: 'access.forgetSessions',
    everyMs: 600_000,
    run: () => removeExpiredSessions(deps.db, deps.clock.now()),
  },
]
