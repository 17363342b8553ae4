import { Hono, type Context } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { described } from '../platform/contract/json-schema.ts'
import { check, ok, refuses } from '../platform/http.ts'
import { Problem } from '../platform/problem.ts'
import type { Access } from './access.ts'
import { SessionDto, toSessionDto } from './access.dto.ts'
import { mostPassword } from './passwords/password.rules.ts'
import type { AccountEnv } from './sessions/require-staff.ts'
import type { SignedIn } from './sign-in/sign-in.ts'

const SignInBody = z
  .strictObject({
    username: z.string().min(1).max(100),
    password: z.string().min(1).max(mostPassword),
  })
  .meta({ id: 'SignInBody', samples: [{ username: 'dispatch1', password: 'a long pass phrase' }] })
const CodeBody = z
  .strictObject({ code: z.string().min(6).max(20), recovery: z.boolean().default(false) })
  .meta({ id: 'SignInCodeBody', samples: [{ code: '492039' }] })
const CodeAskedDto = z.object({ secondFactor: z.literal(true) }).meta({ id: 'CodeAsked' })

/** Whoever is refused for having tried too often must connect anew each time, behind everybody else who does. */
const closeIfTooOften = async <T>(c: Context, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Problem && error.code === 'request.too-many') c.header('connection', 'close')
    throw error
  }
}

/** `/api/session`: public, for one signs in here. */
export const sessionRoutes = (access: Access) => {
  const give = (c: Context, cookies: readonly string[]) => {
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  }
  const welcome = async (c: Context, { actor, cookies }: SignedIn, nextDevice: string) => {
    give(c, cookies)
    await access.device.give(c, nextDevice)
    return toSessionDto(access, actor, await access.pendingOf(actor))
  }
  return new Hono<AccountEnv>()
    .post(
      '/',
      describeRoute({
        operationId: 'session.open',
        security: [],
        tags: ['session'],
        summary: 'Sign in',
        responses: {
          ...ok(SessionDto, 'auth.wrong-password', 'auth.sample-password', 'request.too-many'),
          202: {
            description: 'The password is right; a code is asked for (POST /session/code)',
            content: { 'application/json': { schema: described(CodeAskedDto) } },
          },
        },
      }),
      check('json', SignInBody),
      async (c) => {
        const from = await access.requestFrom(c)
        const signedIn = await closeIfTooOften(c, access.signIn({ ...c.req.valid('json'), ...from }))
        if (signedIn.actor !== null) return c.json(await welcome(c, signedIn, from.nextDevice), 200)
        give(c, signedIn.cookies)
        return c.json({ secondFactor: true } as const, 202)
      },
    )
    .post(
      '/code',
      describeRoute({
        operationId: 'session.code',
        security: [],
        tags: ['session'],
        summary: 'Second step of signing in: a code of the app, or a recovery code',
        responses: ok(SessionDto, 'auth.wrong-code', 'auth.code-expired', 'request.too-many'),
      }),
      check('json', CodeBody),
      async (c) => {
        const from = await access.requestFrom(c)
        const signedIn = await closeIfTooOften(c, access.signInCode({ ...c.req.valid('json'), ...from }))
        return c.json(await welcome(c, signedIn, from.nextDevice), 200)
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
      (c) => c.json(toSessionDto(access, c.var.actor, c.var.pending), 200),
    )
    .delete(
      '/',
      describeRoute({
        operationId: 'session.close',
        security: [],
        tags: ['session'],
        summary: 'Sign out',
        responses: { 204: { description: 'Done' }, ...refuses() },
      }),
      async (c) => {
        const token = await access.cookie.read(c)
        const session = token === null ? null : await access.sessions.check(token, false)
        const actor = session && access.sessions.actorOf(session.staffId, c.get('requestId') ?? null)
        if (session && actor) await access.signOut(actor, session.token)
        access.cookie.clear(c)
        return c.body(null, 204)
      },
    )
}
