import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { z } from 'zod'
import { answerCall, partyHangsUp } from '../calls/call.machine.ts'
import type { Call } from '../calls/call.models.ts'
import { clientIdentity, isLive } from '../calls/call.models.ts'
import { press, speak } from '../calls/speak.ts'
import type { Core } from '../core/core.ts'
import { eventStream } from '../core/sse.ts'
import { checkToken } from './token.ts'

const body = z.object({
  token: z.string().optional(),
  text: z.string().max(4000).optional(),
  muted: z.boolean().optional(),
  digits: z
    .string()
    .regex(/^[0-9*#]+$/)
    .optional(),
})

type Command = z.infer<typeof body>

/** The commands of a browser softphone; each returns false when the call is not in a state for it. */
const commands: Record<string, (core: Core, call: Call, command: Command) => boolean> = {
  accept: (core, call) => call.status === 'ringing' && answerCall(core, call),
  reject: (core, call) => {
    if (call.status !== 'ringing') return false
    partyHangsUp(core, call)
    return true
  },
  hangup: (core, call) => {
    if (!isLive(call)) return false
    partyHangsUp(core, call)
    return true
  },
  mute: (_, call, command) => {
    call.selfMuted = command.muted ?? true
    return call.status === 'in-progress'
  },
  say: (core, call, command) => call.status === 'in-progress' && (speak(core, call, command.text ?? ''), true),
  digits: (core, call, command) => call.status === 'in-progress' && (press(core, call, command.digits ?? ''), true),
}

const ringingFor = (core: Core, identity: string): Call[] =>
  [...core.calls.values()].filter((call) => call.status === 'ringing' && clientIdentity(call) === identity)

/**
 * The signalling of the practice carrier for a softphone in a browser, in place of Twilio's: events by SSE, commands by
 * POST, both with the same access token (query `token`, or `Authorization: Bearer`).
 */
export const createClientRoutes = (core: Core): Hono => {
  const app = new Hono()
  app.use(
    '/client/*',
    cors({
      origin: [...core.settings.clientOrigins],
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['content-type', 'authorization'],
    }),
  )
  app.get('/client/v1/events', (context) => {
    const token = context.req.query('token') ?? context.req.header('authorization')?.replace(/^Bearer /, '') ?? ''
    const checked = checkToken(core.settings, token, core.clock.now())
    if (!checked.ok) return context.json({ code: checked.code, message: checked.message }, 401)
    const { identity, expiresAt } = checked
    return eventStream((send) => {
      core.log.add('state', `client:${identity}`, 'softphone connected')
      const leave = core.clients.connect(identity, (event) => send(event.type, event.data))
      const expiry = core.clock.after(Math.min(expiresAt - core.clock.now(), 2 ** 31 - 1), () =>
        send('error', { code: 20104, message: 'access token expired' }),
      )
      send('registered', { identity, expiresAt: new Date(expiresAt).toISOString() })
      // A tab that connects while its leg is still ringing is told of it.
      for (const call of ringingFor(core, identity))
        send('incoming', { callSid: call.sid, from: call.from, to: call.to, params: {} })
      return () => {
        expiry.cancel()
        leave()
        core.log.add('state', `client:${identity}`, 'softphone disconnected')
      }
    })
  })
  app.post('/client/v1/calls/:sid/:command', async (context) => {
    const parsed = body.safeParse(await context.req.json().catch(() => ({})))
    if (!parsed.success) return context.json({ code: 20001, message: 'invalid body' }, 400)
    const token =
      context.req.header('authorization')?.replace(/^Bearer /, '') ??
      context.req.query('token') ??
      parsed.data.token ??
      ''
    const checked = checkToken(core.settings, token, core.clock.now())
    if (!checked.ok) return context.json({ code: checked.code, message: checked.message }, 401)
    const call = core.calls.get(context.req.param('sid'))
    const command = commands[context.req.param('command')]
    if (call === undefined || clientIdentity(call) !== checked.identity || command === undefined)
      return context.json({ code: 20404, message: 'no such call or command for this identity' }, 404)
    if (!command(core, call, parsed.data))
      return context.json({ code: 31003, message: `the call is ${call.status}`, status: call.status }, 409)
    return context.json({ callSid: call.sid, status: call.status, muted: call.selfMuted })
  })
  return app
}
