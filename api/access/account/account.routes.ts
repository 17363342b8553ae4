import { Hono, type Context } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, refuses } from '../../platform/http.ts'
import { idText } from '../../platform/words.ts'
import type { Access } from '../access.ts'
import { mostPassword } from '../passwords/password.rules.ts'
import type { AccountEnv } from '../sessions/require-staff.ts'
import {
  OwnSessionDto,
  RecoveryCodesDto,
  SecondFactorDto,
  SecondFactorSetupDto,
  toOwnSessionDto,
} from './account.dto.ts'

const password = z.string().min(1).max(mostPassword)
const PasswordBody = z
  .strictObject({ password })
  .meta({ id: 'PasswordBody', samples: [{ password: 'a long pass phrase' }] })
const PasswordChangeBody = z.strictObject({ current: password, next: password }).meta({
  id: 'PasswordChangeBody',
  samples: [{ current: 'the password given for once', next: 'a long pass phrase' }],
})
const CodeBody = z
  .strictObject({ code: z.string().regex(/^\d{6}$/) })
  .meta({ id: 'SecondFactorCodeBody', samples: [{ code: '492039' }] })
const SessionParam = z.object({ id: idText.describe('Id of the session') })
const done = (...codes: string[]) => ({ 204: { description: 'Done' }, ...refuses(...codes) })

/** `/api/account`: one's own password, sessions and second factor; open also to whoever must change something there first. */
export const accountRoutes = (access: Access) => {
  const about = (operationId: string, summary: string, responses: Parameters<typeof describeRoute>[0]['responses']) =>
    describeRoute({ operationId, tags: ['account'], summary, ...(responses && { responses }) })
  const asker = async (c: Context<AccountEnv>) => {
    const from = await access.requestFrom(c)
    return { actor: c.var.actor, session: c.var.session, headers: from.headers, from }
  }
  const give = (c: Context, cookies: readonly string[]) => {
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
    return c.body(null, 204)
  }
  return new Hono<AccountEnv>()
    .post(
      '/password',
      about(
        'account.changePassword',
        'Change one’s own password; one’s other sessions end',
        done(
          'password.wrong',
          'password.unchanged',
          'password.too-short',
          'password.contains-name',
          'password.too-common',
          'request.too-many',
        ),
      ),
      check('json', PasswordChangeBody),
      async (c) => {
        const from = await access.requestFrom(c)
        await access.changePassword(c.var.actor, { ...c.req.valid('json'), ...from, sessionId: c.var.session.id })
        return c.body(null, 204)
      },
    )
    .get(
      '/sessions',
      about('account.sessions', 'Where one is signed in', ok(z.object({ items: z.array(OwnSessionDto) }))),
      async (c) => {
        const rows = await access.ownSessions.list(c.var.actor)
        return c.json({ items: rows.map((row) => toOwnSessionDto(row, c.var.session.id)) }, 200)
      },
    )
    .delete('/sessions', about('account.signOutEverywhere', 'Sign out everywhere', done()), async (c) => {
      await access.ownSessions.endAll(c.var.actor)
      access.cookie.clear(c)
      return c.body(null, 204)
    })
    .delete(
      '/sessions/:id',
      about('account.endSession', 'End one of one’s sessions', done('session.not-found')),
      check('param', SessionParam),
      async (c) => {
        await access.ownSessions.end(c.var.actor, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
    .get(
      '/second-factor',
      about('account.secondFactor', 'State of the second factor', ok(SecondFactorDto)),
      async (c) => c.json(SecondFactorDto.parse(await access.secondFactor.state(c.var)), 200),
    )
    .post(
      '/second-factor',
      about(
        'account.beginSecondFactor',
        'Secret and recovery codes for an app',
        ok(SecondFactorSetupDto, 'password.wrong', 'second-factor.on', 'request.too-many'),
      ),
      check('json', PasswordBody),
      async (c) => {
        const setup = await access.secondFactor.begin(await asker(c), c.req.valid('json').password)
        return c.json(SecondFactorSetupDto.parse(setup), 200)
      },
    )
    .post(
      '/second-factor/confirm',
      about(
        'account.confirmSecondFactor',
        'A first code turns it on',
        done('auth.wrong-code', 'second-factor.off', 'second-factor.on'),
      ),
      check('json', CodeBody),
      async (c) => give(c, await access.secondFactor.confirm(await asker(c), c.req.valid('json').code)),
    )
    .post(
      '/second-factor/end',
      about(
        'account.endSecondFactor',
        'Turn it off',
        done('password.wrong', 'second-factor.off', 'second-factor.required', 'request.too-many'),
      ),
      check('json', PasswordBody),
      async (c) => give(c, await access.secondFactor.end(await asker(c), c.req.valid('json').password)),
    )
    .post(
      '/second-factor/recovery-codes',
      about(
        'account.renewRecoveryCodes',
        'New recovery codes',
        ok(RecoveryCodesDto, 'password.wrong', 'second-factor.off', 'request.too-many'),
      ),
      check('json', PasswordBody),
      async (c) => {
        const codes = await access.secondFactor.renewCodes(await asker(c), c.req.valid('json').password)
        return c.json(RecoveryCodesDto.parse(codes), 200)
      },
    )
}
export type AccountRoutes = ReturnType<typeof accountRoutes>
