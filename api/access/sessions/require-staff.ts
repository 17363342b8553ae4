import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from '../../platform/http.ts'
import type { Config } from '../../platform/config.ts'
import { accessProblem } from '../access.errors.ts'
import { pendingDuty } from '../pending.ts'
import type { PendingDuty } from '../pending.types.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { Checked, Sessions } from './sessions.ts'

/** What routes about the account itself know beside the actor. */
export interface AccountEnv {
  Variables: ApiEnv['Variables'] & { session: Checked; pending: PendingDuty | null }
}

/** What an open console asks by itself, whether somebody sits before it or not. */
const unattended = new Set(['/api/live', '/api/presence/heartbeat'])

/** Whether somebody did something; the console says so of what it reads anew by itself. */
const isAttended = (c: Context) => !unattended.has(c.req.path) && c.req.header('x-unattended') === undefined

/** The sign-in guard: sets `c.var.actor`, or answers `auth.required`. */
export const requireStaff = ({
  cookie,
  sessions,
  config,
}: {
  cookie: SessionCookie
  sessions: Sessions
  config: Pick<Config, 'secondFactorRoles'>
}) =>
  createMiddleware<AccountEnv>(async (c, next) => {
    const token = await cookie.read(c)
    const session = token === null ? null : await sessions.check(token, isAttended(c))
    const actor = session && sessions.actorOf(session.staffId, c.get('requestId') ?? null)
    if (!session || !actor) throw accessProblem('auth.required')
    c.set('actor', actor)
    c.set('session', session)
    c.set('pending', pendingDuty(config, actor, session))
    await next()
  })

/** Behind the sign-in guard: lets nobody pass who must choose a password or set up a second factor first (`auth.password-change`, `auth.second-factor-setup`). */
export const requireReady = createMiddleware<AccountEnv>(async (c, next) => {
  if (c.var.pending === 'password') throw accessProblem('auth.password-change')
  if (c.var.pending === 'secondFactor') throw accessProblem('auth.second-factor-setup')
  await next()
})
