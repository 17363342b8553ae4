import { Hono } from 'hono'
import type { Context } from 'hono'
import type { z } from 'zod'
import { answerCall, endCall, partyHangsUp } from '../calls/call.machine.ts'
import type { Call } from '../calls/call.models.ts'
import { clientIdentity, isLive } from '../calls/call.models.ts'
import { placeInbound } from '../calls/place-call.ts'
import { press, speak } from '../calls/speak.ts'
import type { Core } from '../core/core.ts'
import { faultKinds, isFaultKind } from '../core/faults.ts'
import { eventStream } from '../core/sse.ts'
import { receiveText } from '../messages/receive-text.ts'
import { newCall, newFault, newText, partyBody, pressBody, rotateBody, sayBody } from './control.dto.ts'
import { callCard, callsOf, messagesOf } from './control.views.ts'

const problem = (context: Context, status: 400 | 404 | 409, message: string): Response =>
  context.json({ message }, status)

type Read<T> = { ok: true; data: T } | { ok: false; answer: Response }

/** Reads and checks a JSON body. */
export const readBody = async <T extends z.ZodType>(context: Context, schema: T): Promise<Read<z.output<T>>> => {
  const parsed = schema.safeParse(await context.req.json().catch(() => null))
  if (parsed.success) return { ok: true, data: parsed.data }
  const issue = parsed.error.issues[0]
  return {
    ok: false,
    answer: problem(context, 400, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid body'}`),
  }
}

const callRoutes = (core: Core): Hono => {
  const app = new Hono()
  const withCall = (
    context: Context,
    act: (call: Call) => boolean | Promise<boolean>,
  ): Promise<Response> | Response => {
    const call = core.calls.get(context.req.param('sid') ?? '')
    if (call === undefined) return problem(context, 404, 'no such call')
    return Promise.resolve(act(call)).then((fine) =>
      fine ? context.json(callCard(call)) : problem(context, 409, `the call is ${call.status}`),
    )
  }
  app.post('/', async (context) => {
    const read = await readBody(context, newCall)
    if (!read.ok) return read.answer
    const call = placeInbound(core, read.data.from, read.data.to, read.data.steps)
    return call === null
      ? problem(context, 404, `${read.data.to} is not a number of this carrier`)
      : context.json(callCard(call), 201)
  })
  app.get('/', (context) => {
    const number = context.req.query('number') ?? null
    return context.json({
      calls: callsOf(core, number)
        .slice(0, Number(context.req.query('limit') ?? 50))
        .map(callCard),
    })
  })
  app.get('/:sid', (context) => withCall(context, () => true))
  app.post('/:sid/say', async (context) => {
    const read = await readBody(context, sayBody)
    return read.ok
      ? withCall(context, (call) => call.status === 'in-progress' && (speak(core, call, read.data.text), true))
      : read.answer
  })
  app.post('/:sid/press', async (context) => {
    const read = await readBody(context, pressBody)
    return read.ok
      ? withCall(context, (call) => call.status === 'in-progress' && (press(core, call, read.data.digits), true))
      : read.answer
  })
  app.post('/:sid/answer', (context) =>
    withCall(
      context,
      (call) => clientIdentity(call) === null && call.direction !== 'inbound' && answerCall(core, call),
    ),
  )
  app.post('/:sid/hangup', (context) =>
    withCall(context, (call) => {
      const live = isLive(call)
      partyHangsUp(core, call)
      return live
    }),
  )
  // The network loses the leg: as if the agent's browser had vanished.
  app.post('/:sid/drop', (context) =>
    withCall(context, (call) => {
      const live = isLive(call)
      endCall(core, call, 'failed')
      return live
    }),
  )
  return app
}

const faultRoutes = (core: Core): Hono => {
  const app = new Hono()
  app.get('/', (context) => context.json({ kinds: faultKinds, faults: core.faults.list() }))
  app.post('/', async (context) => {
    const read = await readBody(context, newFault)
    if (!read.ok) return read.answer
    const { kind, match, probability, times, ms } = read.data
    if (!isFaultKind(kind)) return problem(context, 400, 'unknown fault')
    const fault = core.faults.add({
      kind,
      ...(match === undefined ? {} : { match }),
      ...(probability === undefined ? {} : { probability }),
      ...(times === undefined ? {} : { times }),
      ...(ms === undefined ? {} : { ms }),
    })
    core.log.add('fault', fault.id, `fault on: ${kind}`)
    return context.json(fault, 201)
  })
  app.delete('/', (context) => {
    core.faults.clear()
    return context.body(null, 204)
  })
  app.delete('/:id', (context) =>
    core.faults.remove(context.req.param('id')) ? context.body(null, 204) : problem(context, 404, 'no such fault'),
  )
  return app
}

const streamTo = (core: Core, number: string | null): Response =>
  eventStream((send) => {
    if (number !== null) core.handsets.set(number, (core.handsets.get(number) ?? 0) + 1)
    const stop = core.bus.on((event) => {
      if (number === null || event.numbers.length === 0 || event.numbers.includes(number)) send(event.type, event.data)
    })
    return () => {
      stop()
      if (number !== null) core.handsets.set(number, Math.max(0, (core.handsets.get(number) ?? 1) - 1))
    }
  })

const textRoutes = (core: Core): Hono => {
  const app = new Hono()
  app.post('/', async (context) => {
    const read = await readBody(context, newText)
    if (!read.ok) return read.answer
    const media = (read.data.media ?? []).map((one) => ({
      contentType: one.contentType,
      bytes: one.base64 === undefined ? null : new Uint8Array(Buffer.from(one.base64, 'base64')),
      ...(one.url === undefined ? {} : { url: one.url }),
    }))
    if (media.some((one) => (one.bytes?.length ?? 0) > 5_000_000))
      return problem(context, 400, 'media larger than 5 MB')
    const message = receiveText(core, { from: read.data.from, to: read.data.to, body: read.data.body, media })
    if (message === null) return problem(context, 404, `${read.data.to} is not a number of this carrier`)
    return context.json(
      { sid: message.sid, segments: message.segments, mediaUrls: message.media.map((one) => one.url) },
      201,
    )
  })
  app.get('/', (context) => {
    const limit = Math.min(1000, Number(context.req.query('limit') ?? 200))
    return context.json({ messages: messagesOf(core, context.req.query('number') ?? null, limit) })
  })
  app.get('/:sid/media/:media', (context) => {
    const one = core.messages
      .get(context.req.param('sid'))
      ?.media.find((media) => media.sid === context.req.param('media'))
    if (one?.bytes == null) return problem(context, 404, 'no such media')
    return new Response(new Uint8Array(one.bytes), {
      headers: {
        'content-type': one.contentType.startsWith('image/') ? one.contentType : 'application/octet-stream',
        'content-security-policy': 'sandbox',
      },
    })
  })
  return app
}

/** The control API: plays the citizens, switches faults, reads the log. JSON in and out; loopback use only. */
export const createControl = (core: Core): Hono => {
  const app = new Hono()
  app.route('/control/calls', callRoutes(core))
  app.route('/control/messages', textRoutes(core))
  app.route('/control/faults', faultRoutes(core))
  app.get('/control/state', (context) =>
    context.json({
      now: core.clock.now(),
      virtual: core.settings.clock === 'virtual',
      hotlines: Object.keys(core.settings.webhooks),
      clients: core.clients.identities(),
      conferences: [...core.conferences.values()]
        .filter((room) => room.status !== 'completed')
        .map((room) => ({
          sid: room.sid,
          name: room.friendlyName,
          status: room.status,
          participants: [...room.participants.values()]
            .filter((one) => one.state !== 'gone')
            .map((one) => one.joining.label ?? one.call.sid),
        })),
      queues: [...core.queues.values()].map((queue) => ({
        sid: queue.sid,
        name: queue.friendlyName,
        size: queue.members.length,
      })),
    }),
  )
  app.put('/control/parties/:number', async (context) => {
    const read = await readBody(context, partyBody)
    if (!read.ok) return read.answer
    core.parties.set(context.req.param('number'), read.data)
    return context.json(read.data)
  })
  app.delete('/control/parties/:number', (context) => {
    core.parties.delete(context.req.param('number'))
    return context.body(null, 204)
  })
  app.post('/control/auth-token', async (context) => {
    const read = await readBody(context, rotateBody)
    if (!read.ok) return read.answer
    core.authToken.current = read.data.authToken
    core.log.add('fault', 'account', 'auth token rotated')
    return context.body(null, 204)
  })
  app.get('/control/log', (context) => {
    const after = context.req.query('after')
    return context.json({
      lines: core.log.lines({
        about: context.req.query('about'),
        after: after === undefined ? undefined : Number(after),
      }),
    })
  })
  app.get('/control/log.txt', (context) => context.text(core.log.text()))
  app.delete('/control/log', (context) => {
    core.log.clear()
    return context.body(null, 204)
  })
  app.get('/control/events', (context) => streamTo(core, context.req.query('number') ?? null))
  return app
}
