import type { Context } from 'hono'
import { getCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { randomBytes } from 'node:crypto'
import type { Config } from '../../platform/config.ts'

/** The longest that browsers keep a cookie, s. */
const maxAge = 400 * 86_400

/**
 * A mark of the browser, given at the first sign-in and kept after signing out: with it a person's own device is told from strangers who try
 * the same name. It opens nothing.
 */
export const createDeviceCookie = (config: Pick<Config, 'sessionSecret' | 'publicUrl'>) => {
  const secure = config.publicUrl.startsWith('https://')
  const name = `${secure ? '__Secure-' : ''}yixian.device`
  return {
    /** The browser's mark, if it is one of ours. */
    read: async (c: Context): Promise<string | null> => {
      // Without the first look, every try of a flood would cost a signature.
      if (!getCookie(c, name)) return null
      return (await getSignedCookie(c, config.sessionSecret, name)) || null
    },
    /** A mark for a browser that has none. */
    make: (): string => randomBytes(16).toString('base64url'),
    give: (c: Context, mark: string): Promise<void> =>
      setSignedCookie(c, name, mark, config.sessionSecret, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/api/session',
        secure,
        maxAge,
      }),
  }
}
