import { accessProblem } from '../access.errors.ts'
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from '../../platform/http.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { Sessions } from './sessions.ts'

/** The sign-in guard: sets `c.var.actor`, or answers `auth.required`. */
export const requireStaff = ({ cookie, sessions }: { cookie: SessionCookie; sessions: Sessions }) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const token = await cookie.read(c)
    const session = token === null ? null : await sessions.check(token)
    const actor = session && sessions.actorOf(session.staffId, c.get('requestId') ?? null)
    if (!session || !actor) throw accessProblem('auth.required')
    c.set('actor', actor)
    if (session.prolonged) cookie.prolong(c)
    await next()
  })
