import { describe, expect, it } from 'vitest'
import { createRig } from './rig.ts'

const waiting = (
  rig: ReturnType<typeof createRig>,
  attributes = 'waitUrl="/wait" action="/queued"',
  wait = '<Say>请稍候</Say><Pause length="10"/>',
) => {
  rig.on('/twilio/voice/incoming', () =>
    rig.twiml(`<Response><Enqueue ${attributes}>main</Enqueue><Say>之后</Say></Response>`),
  )
  rig.on('/wait', () => rig.twiml(`<Response>${wait}</Response>`))
}
const results = (rig: ReturnType<typeof createRig>) => rig.received('/queued').map((one) => one.params['QueueResult'])

describe('a queue', () => {
  it('plays its wait document again and again, with position and times', async () => {
    const rig = createRig()
    waiting(rig)
    await rig.call()
    const second = await rig.call('+8613900020002')
    await rig.carrier.advance(22_000)
    const asked = rig.received('/wait').filter((one) => one.params['CallSid'] === second)
    expect(asked.map((one) => one.params['QueueTime'])).toEqual(['0', '10', '21'])
    expect(asked[2]?.params).toMatchObject({
      QueuePosition: '2',
      CurrentQueueSize: '2',
      MaxQueueSize: '1000',
      AvgQueueTime: '0',
    })
  })

  it('lets a caller press a key and leave; the next verb or the action follows', async () => {
    const rig = createRig()
    waiting(
      rig,
      'waitUrl="/wait" action="/queued"',
      '<Gather numDigits="1" action="/pressed"><Say>按1留言</Say></Gather>',
    )
    rig.on('/pressed', () => rig.twiml('<Response><Leave/></Response>'))
    rig.on('/queued', () => rig.twiml('<Response><Say>请留言</Say></Response>'))
    const call = await rig.call()
    await rig.control('POST', `/control/calls/${call}/press`, { digits: '1' })
    await rig.carrier.advance(100)
    expect(results(rig)).toEqual(['leave'])
    expect(rig.lines(call)).toContain('请留言')
  })

  it('reports the caller who gave up', async () => {
    const rig = createRig()
    waiting(rig)
    const call = await rig.call()
    await rig.carrier.advance(7000)
    await rig.control('POST', `/control/calls/${call}/hangup`)
    await rig.carrier.advance(0)
    expect(rig.received('/queued').map((one) => one.params)).toMatchObject([
      { QueueResult: 'hangup', QueueTime: '7', CallStatus: 'completed' },
    ])
  })

  it('is full at its size', async () => {
    const rig = createRig()
    waiting(rig, 'waitUrl="/wait" action="/queued" maxQueueSize="1"')
    await rig.call()
    await rig.call('+8613900020002')
    expect(results(rig)).toEqual(['queue-full'])
  })

  it('gives up a member by REST: first in line, or by its SID; the next verb is not reached', async () => {
    const rig = createRig()
    waiting(rig)
    rig.on('/room', () => rig.twiml('<Response><Say>请讲</Say><Pause length="60"/></Response>'))
    const first = await rig.call()
    const second = await rig.call('+8613900020002')
    const [queue] = await rig.client.queues.list()
    expect(queue).toMatchObject({ friendlyName: 'main', currentSize: 2 })
    const members = rig.client.queues(queue?.sid ?? '').members
    expect((await members.list()).map((one) => [one.callSid, one.position])).toEqual([
      [first, 1],
      [second, 2],
    ])
    expect(
      (
        await rig.client
          .queues(queue?.sid ?? '')
          .members('Front')
          .update({ url: `${rig.publicUrl}/room` })
      ).callSid,
    ).toBe(first)
    await rig.client
      .queues(queue?.sid ?? '')
      .members(second)
      .update({ url: `${rig.publicUrl}/room`, method: 'POST' })
    await rig.carrier.advance(1000)
    expect(results(rig)).toEqual(['redirected', 'redirected'])
    expect(rig.lines(second)).toEqual(['请稍候', '请讲'])
    await expect(
      rig.client
        .queues(queue?.sid ?? '')
        .members('Front')
        .update({ url: `${rig.publicUrl}/room` }),
    ).rejects.toMatchObject({ status: 404, code: 20404 })
  })

  it('bridges with whoever dials it; the action comes after the talk', async () => {
    const rig = createRig()
    waiting(rig)
    rig.on('/hello', () => rig.twiml('<Response><Say>马上接通</Say></Response>'))
    const call = await rig.call()
    await rig.carrier.advance(3000)
    rig.carrier.core.parties.set('+8613700030003', {
      behavior: 'answer',
      afterSeconds: 1,
      steps: [{ wait: 5 }, { say: '您好' }, { wait: 5 }, { hangUp: true }],
    })
    const agent = await rig.client.calls.create({
      from: rig.hotline,
      to: '+8613700030003',
      twiml: `<Response><Dial><Queue url="${rig.publicUrl}/hello">main</Queue></Dial></Response>`,
    })
    await rig.carrier.advance(8000)
    expect(rig.lines(call)).toEqual(['请稍候', '马上接通', '您好'])
    expect(results(rig)).toEqual([])
    await rig.carrier.advance(10_000)
    expect(rig.received('/queued')[0]?.params).toMatchObject({ QueueResult: 'bridged', DequeingCallSid: agent.sid })
    expect(rig.received('/hello')[0]?.params).toMatchObject({ DequeingCallSid: agent.sid })
  })

  it('refuses what a wait document may not hold, and goes on with "error"', async () => {
    const rig = createRig()
    waiting(rig, 'waitUrl="/wait" action="/queued"', '<Dial>+8613700030003</Dial>')
    await rig.call()
    await rig.carrier.advance(100)
    expect(rig.errors()).toEqual([12200])
    expect(results(rig)).toEqual(['error'])
  })

  it('is made, found, renamed and deleted by REST', async () => {
    const rig = createRig()
    const queue = await rig.client.queues.create({ friendlyName: '主队列', maxSize: 5 })
    await expect(rig.client.queues.create({ friendlyName: '主队列' })).rejects.toMatchObject({ code: 22003 })
    await expect(rig.client.queues.create({ friendlyName: 'x'.repeat(65) })).rejects.toMatchObject({ status: 400 })
    await expect(rig.client.queues.create({ friendlyName: 'y', maxSize: 5001 })).rejects.toMatchObject({ status: 400 })
    expect((await rig.client.queues(queue.sid).update({ maxSize: 9 })).maxSize).toBe(9)
    expect(await rig.client.queues(queue.sid).remove()).toBe(true)
    await expect(rig.client.queues(queue.sid).fetch()).rejects.toMatchObject({ code: 20404 })
  })
})
