import type { Context } from 'hono'
import type { ApiEnv } from '../../platform/http.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { Sessions } from './sessions.ts'

/**
 * Whether the one who opened a long-lived answer is still signed in, with the same roles and in the same unit; when not, the answer must
 * end, and a new request finds out what they may now.
 */
export const stillMay =
  ({ cookie, sessions }: { cookie: SessionCookie; sessions: Sessions }) =>
  async (c: Context<ApiEnv>): Promise<boolean> => {
    const { actor } = c.var
    const now = sessions.actorOf(actor.id, null)
    if (!now || now.unitPath !== actor.unitPath || now.roles.join() !== actor.roles.join()) return false
    const token = await cookie.read(c)
    return token !== null && sessions.holds(token)
  }
