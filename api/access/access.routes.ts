import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono, type Context } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, refusals, type ApiEnv } from '../platform/http.ts'
import { clientAddress } from '../platform/server/client-address.ts'
import { Problem } from '../platform/problem.ts'
import type { Access } from './access.ts'
import { SessionDto, toSessionDto } from './access.dto.ts'

const SignInBody = z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(128) })

/** The address of the other end; a request made without a network (a test's) has none. */
const socketOf = (c: Context): string =>
  c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? 'unknown') : 'unknown'

/** `/api/session`: public, for one signs in here. */
export const sessionRoutes = (access: Access) =>
  new Hono<ApiEnv>()
    .post(
      '/',
      describeRoute({ operationId: 'session.open', tags: ['session'], summary: 'Sign in', responses: ok(SessionDto) }),
      check('json', SignInBody),
      async (c) => {
        const device = await access.device.read(c)
        const nextDevice = device ?? access.device.make()
        const given = {
          ...c.req.valid('json'),
          address: clientAddress(socketOf(c), c.req.header('x-forwarded-for'), access.trustProxy),
          device,
          nextDevice,
          headers: c.req.raw.headers,
          requestId: c.get('requestId') ?? null,
        }
        const { actor, cookies } = await access.signIn(given).catch((error: unknown) => {
          const wait = error instanceof Problem ? error.extra['retryAfterSeconds'] : undefined
          if (typeof wait === 'number') c.header('retry-after', String(wait))
          throw error
        })
        for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
        await access.device.give(c, nextDevice)
        return c.json(toSessionDto(access.directory, actor, access.sample), 200)
      },
    )
    .get(
      '/',
      describeRoute({
        operationId: 'session.read',
        tags: ['session'],
        summary: 'Who is signed in',
        responses: ok(SessionDto),
      }),
      access.requireStaff,
      (c) => c.json(toSessionDto(access.directory, c.var.actor, access.sample), 200),
    )
    .delete(
      '/',
      describeRoute({
        operationId: 'session.close',
        tags: ['session'],
        summary: 'Sign out',
        responses: { 204: { description: 'Done' }, ...refusals },
      }),
      async (c) => {
        const token = await access.cookie.read(c)
        const session = token === null ? null : await access.sessions.check(token)
        const actor = session && access.sessions.actorOf(session.staffId, c.get('requestId') ?? null)
        if (session && actor) await access.signOut(actor, session.token)
        access.cookie.clear(c)
        return c.body(null, 204)
      },
    )
