import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import type { Deps } from '../platform/deps.ts'
import { authAdapter } from './auth.adapter.ts'
import { codeLockSeconds } from './second-factor/auth-refusal.ts'
import { endOf, sessionMs } from './sessions/session-life.rules.ts'
import { hashPassword, verifyPassword } from './passwords/password-hash.ts'

/** The header in which the library is told where a request comes from; whatever a client wrote there is overwritten. */
export const addressHeader = 'x-yixian-address'

/**
 * better-auth as this program uses it: it keeps accounts, checks passwords, opens sessions and signs the cookie. None of its
 * own routes is served; time comes from our clock, so that tests may turn it.
 */
export const createAuth = (deps: Pick<Deps, 'db' | 'clock' | 'log' | 'config'>) =>
  betterAuth({
    appName: 'Yixian',
    baseURL: deps.config.publicUrl,
    secret: deps.config.sessionSecret,
    database: authAdapter(deps.db),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: sessionMs / 1000, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: 'yixian',
      // Worked out by us, from the proxies that are trusted.
      ipAddress: { ipAddressHeaders: [addressHeader] },
      useSecureCookies: deps.config.publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = deps.clock.now()
            return {
              data: {
                ...session,
                createdAt: now,
                updatedAt: now,
                expiresAt: new Date(endOf(now.getTime(), now.getTime(), deps.config.sessionIdleMinutes * 60_000)),
              },
            }
          },
        },
      },
    },
    plugins: [
      username({ minUsernameLength: 1, maxUsernameLength: 100, usernameValidator: () => true }),
      twoFactor({ accountLockout: { maxFailedAttempts: 10, durationSeconds: codeLockSeconds } }),
    ],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => deps.log[level === 'error' ? 'error' : 'debug']({ from: 'better-auth' }, message),
    },
  })
export type Auth = ReturnType<typeof createAuth>
