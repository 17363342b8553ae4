import type { Context } from 'hono'
import { deleteCookie, getCookie, getSignedCookie } from 'hono/cookie'
import { createBounded } from '../../platform/bounded.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import type { Auth } from '../auth.ts'

/** The session's cookie, as better-auth names and signs it. */
export const createSessionCookie = async (auth: Auth, config: Pick<Config, 'sessionSecret'>, clock: Clock) => {
  const { name } = (await auth.$context).authCookies.sessionToken
  const attributes = { httpOnly: true, sameSite: 'Lax', path: '/', secure: name.startsWith('__Secure-') } as const
  /** Signatures found right: checking one costs more than all the rest of a request's sign-in. */
  const right = createBounded<string, string>({ most: 10_000, ms: 3_600_000 }, clock)

  return {
    name,
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
    clear: (c: Context) => {
      deleteCookie(c, name, attributes)
    },
  }
}
export type SessionCookie = Awaited<ReturnType<typeof createSessionCookie>>
