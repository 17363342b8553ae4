import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callsRoutes } from '../../../api/calls/calls.routes.ts'
import { presenceRoutes } from '../../../api/calls/agent/presence.routes.ts'
import { softphoneRoutes } from '../../../api/calls/agent/softphone.routes.ts'
import { callbacksRoutes } from '../../../api/calls/callbacks/callbacks.routes.ts'
import { createFrame } from '../../../api/platform/server/frame.ts'
import type { ApiEnv } from '../../../api/platform/http.ts'
import { createMetrics } from '../../../api/platform/figures/metrics.ts'
import type { WorldStaff } from '../../support/world.ts'
import { defaultSpeech } from '../../../api/platform/config.ts'
import { speechOf } from '../../../api/telephony/twilio/speech.ts'
import { toTwiml } from '../../../api/telephony/twilio/voice/twiml.ts'
import { voiceUrls } from '../../../api/telephony/twilio/voice/voice.urls.ts'
import { frameCarrier } from '../../support/quiet-carrier.ts'
import { createCallsRig, type CallsRig } from './rig.ts'

describe('the routes of calls', () => {
  let rig: CallsRig
  let ask: (
    username: WorldStaff,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; body: Record<string, unknown>; text: string }>
  beforeAll(async () => {
    rig = await createCallsRig('sqlite')
    const api = new Hono<ApiEnv>()
    api.use('*', async (c, next) => {
      c.set('actor', rig.actor((c.req.header('x-test-as') ?? '') as WorldStaff))
      await next()
    })
    api.route('/calls', callsRoutes(rig.calls))
    api.route('/callbacks', callbacksRoutes(rig.calls))
    api.route('/presence', presenceRoutes(rig.calls))
    api.route('/softphone', softphoneRoutes(rig.calls))
    const app = createFrame({ ids: rig.deps.ids, log: rig.deps.log, metrics: createMetrics(), carrier: frameCarrier })
    app.route('/api', api)
    ask = async (username, method, path, body) => {
      const answer = await app.request(`/api${path}`, {
        method,
        headers: { 'x-test-as': username, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return { status: answer.status, body: JSON.parse(text) as Record<string, unknown>, text }
    }
  })
  afterAll(() => rig.close())

  it('serves presence, token, board, screen-pop, hold, end and wrap-up, and never a whole number', async () => {
    expect((await ask('agent1', 'GET', '/presence')).body).toEqual({ mine: null, all: [] })
    const phone = await rig.softphone('agent1')
    expect((await ask('agent1', 'POST', '/presence/heartbeat')).body).toMatchObject({
      presence: { state: 'ready', staff: { name: '孙文静' } },
    })
    const access = await ask('agent1', 'GET', '/softphone/token')
    expect(access.body).toMatchObject({ kind: 'practice', url: 'https://carrier.example', ttlSeconds: 3600 })

    const sid = await rig.dial()
    await rig.dial('+8613800010002')
    await rig.pass(2_000)
    const board = await ask('agent1', 'GET', '/calls')
    expect(board.body).toMatchObject({
      waiting: [
        { position: 1, state: 'ringing', caller: { phone: '138****0001' } },
        { position: 2, state: 'queued' },
      ],
      queues: [{ line: { code: '12345' }, waiting: 2 }],
      mine: { state: 'ringing' },
      presence: { state: 'ringing' },
      agents: { ringing: 1, ready: 0 },
    })
    expect(board.text).not.toMatch(/1380001000\d/)
    await phone.command('accept')
    await rig.pass(1_000)
    const { id } = await rig.call(sid)
    const popped = await ask('agent1', 'GET', `/calls/${id}`)
    expect(popped.body).toMatchObject({
      state: 'talking',
      agent: { name: '孙文静' },
      openTickets: [],
      earlier: [],
      offer: null,
      line: { code: '12345' },
    })
    expect(popped.body['draftId']).toMatch(/^drf_/)
    expect(popped.text).not.toMatch(/13800010001/)
    expect((await ask('agent1', 'POST', `/calls/${id}/hold`)).status).toBe(200)
    await rig.pass(1_000)
    expect((await ask('agent1', 'POST', `/calls/${id}/hold`)).body).toMatchObject({
      code: 'call.illegal-transition',
      state: 'held',
    })
    expect((await ask('agent1', 'POST', `/calls/${id}/resume`)).status).toBe(200)
    await rig.pass(1_000)
    expect((await ask('agent1', 'POST', `/calls/${id}/end`)).body).toMatchObject({
      state: 'wrapUp',
      endReason: 'agent',
    })
    expect(
      (await ask('agent1', 'POST', `/calls/${id}/wrap-up`, { outcome: 'answered', next: 'break' })).body,
    ).toMatchObject({
      state: 'ended',
    })
    expect((await ask('agent1', 'GET', '/presence')).body).toMatchObject({ mine: { state: 'break' } })
  })

  it('lists, claims and completes call-backs', async () => {
    const sid = await rig.dial('+8613800010003')
    await rig.pass(2_000)
    await rig.hangUp(sid)
    await rig.pass(1_000)
    const list = await ask('agent1', 'GET', '/callbacks?state=open')
    const items = list.body['items'] as { id: string; caller: { phone: string } }[]
    const callback = items.find(({ caller }) => caller.phone === '138****0003')
    expect((await ask('agent1', 'POST', `/callbacks/${callback?.id}/claim`)).body).toMatchObject({ state: 'claimed' })
    expect(await ask('agent2', 'POST', `/callbacks/${callback?.id}/claim`)).toMatchObject({
      status: 409,
      body: { code: 'callback.taken' },
    })
    expect(
      (await ask('agent1', 'POST', `/callbacks/${callback?.id}/complete`, { outcome: 'reached' })).body,
    ).toMatchObject({ state: 'done' })
  })

  it.each([
    ['water-bureau-1', 'GET', '/calls', undefined, 403, 'auth.forbidden'],
    ['water-bureau-1', 'GET', '/softphone/token', undefined, 403, 'auth.forbidden'],
    ['water-bureau-1', 'POST', '/presence/ready', undefined, 403, 'auth.forbidden'],
    ['agent1', 'GET', '/calls/cal_00000000000000000000', undefined, 404, 'call.not-found'],
    ['agent1', 'GET', '/calls/x', undefined, 422, 'request.invalid'],
    ['agent1', 'POST', '/calls/dial', { citizenId: 'x' }, 422, 'request.invalid'],
    ['agent1', 'POST', '/calls/dial', { citizenId: 'ctz_00000000000000000000' }, 404, 'citizen.not-found'],
    ['agent1', 'POST', '/calls/cal_00000000000000000000/transfer', { to: 'nobody' }, 422, 'request.invalid'],
    ['agent1', 'POST', '/callbacks/cbk_00000000000000000000/claim', undefined, 404, 'callback.not-found'],
  ] as const)('%s %s %s is answered with a problem', async (username, method, path, body, status, code) => {
    expect(await ask(username, method, path, body)).toMatchObject({ status, body: { code } })
  })
})

describe('the voice webhooks', () => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig('sqlite')
  })
  afterAll(() => rig.close())

  it('render the same document however often they are asked, and change nothing by it', async () => {
    await rig.softphone('agent1')
    const sid = await rig.dial()
    await rig.pass(1_000)
    const call = await rig.call(sid)
    const [first] = rig.heard.filter(({ path }) => path.endsWith('/incoming'))
    expect(
      toTwiml(
        await rig.calls.answer({ kind: 'incoming', call: sid, from: call.fromNumber, to: call.toNumber }),
        voiceUrls(rig),
        speechOf(defaultSpeech),
      ),
    ).toBe(first?.body)
    const wait = await rig.calls.answer({ kind: 'waits', call: sid })
    expect(await rig.calls.answer({ kind: 'waits', call: sid })).toEqual(wait)
    expect(await rig.call(sid)).toEqual(call)
    expect(await rig.db.q.select().from(rig.db.t.call)).toHaveLength(1)
  })

  it('two deliveries of one call at once make one call', async () => {
    const before = await rig.db.q.$count(rig.db.t.call)
    const same = { kind: 'incoming', call: 'CAtwins', from: '+8613800010009', to: '+862155512345' } as const
    const [first, ...others] = await Promise.all([
      rig.calls.answer(same),
      rig.calls.answer(same),
      rig.calls.answer(same),
    ])
    expect(others).toEqual([first, first])
    expect(await rig.db.q.$count(rig.db.t.call)).toBe(before + 1)
  })

  it('refuse a number that is no line, and leave nothing behind', async () => {
    const before = await rig.db.q.$count(rig.db.t.call)
    await expect(
      rig.calls.answer({ kind: 'incoming', call: 'CAwrong', from: '+8613800010009', to: '+862155599999' }),
    ).rejects.toMatchObject({ code: 'carrier.unknown-number' })
    expect(await rig.db.q.$count(rig.db.t.call)).toBe(before)
  })
})
