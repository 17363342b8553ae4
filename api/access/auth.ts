import { betterAuth } from 'better-auth/minimal'
import { username } from 'better-auth/plugins/username'
import type { Deps } from '../platform/deps.ts'
import { authAdapter } from './auth.adapter.ts'
import { hashPassword, verifyPassword } from './passwords/password-hash.ts'

/** How long a session lives without use, ms. */
export const sessionMs = 12 * 3_600_000

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
    session: { expiresIn: sessionMs / 1000 },
    advanced: {
      cookiePrefix: 'yixian',
      useSecureCookies: deps.config.publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = deps.clock.now()
            return {
              data: { ...session, createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + sessionMs) },
            }
          },
        },
      },
    },
    plugins: [username({ minUsernameLength: 1, maxUsernameLength: 100, usernameValidator: () => true })],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => deps.log[level === 'error' ? 'error' : 'debug']({ from: 'better-auth' }, message),
    },
  })
export type Auth = ReturnType<typeof createAuth>
