import type { Context } from 'hono'
import { deleteCookie, getCookie, getSignedCookie, setCookie } from 'hono/cookie'
import { createBounded } from '../../platform/bounded.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { sessionMs, type Auth } from '../auth.ts'

/** The session's cookie, as better-auth names and signs it. */
export const createSessionCookie = async (auth: Auth, config: Pick<Config, 'sessionSecret'>, clock: Clock) => {
  const { name } = (await auth.$context).authCookies.sessionToken
  const attributes = { httpOnly: true, sameSite: 'Lax', path: '/', secure: name.startsWith('__Secure-') } as const
  /** Signatures found right: checking one costs more than all the rest of a request's sign-in. */
  const right = createBounded<string, string>({ most: 10_000, ms: 3_600_000 }, clock)

  return {
    /** The token, if the signature is ours. */
    read: async (c: Context): Promise<string | null> => {
      const raw = getCookie(c, name)
      if (!raw) return null
      const seen = right.get(raw)
      if (seen !== undefined) return seen
      const token = await getSignedCookie(c, config.sessionSecret, name)
      if (!token) return null
      right.set(raw, token)
      return token
    },
    /** Sends the cookie again, to live as long as the prolonged session. */
    prolong: (c: Context) => {
      const raw = getCookie(c, name)
      if (raw) setCookie(c, name, raw, { ...attributes, maxAge: sessionMs / 1000 })
    },
    clear: (c: Context) => {
      deleteCookie(c, name, attributes)
    },
  }
}
export type SessionCookie = Awaited<ReturnType<typeof createSessionCookie>>
