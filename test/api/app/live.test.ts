import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '../../../api/vocabulary/actor.ts'
import { sweepEvents } from '../../../api/platform/live/live.store.ts'
import { record, type LiveNote } from '../../../api/audit/record.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import type { WorldStaff } from '../../support/world.ts'
import { livesIn } from './samples.ts'
import { sweepBefore } from '../../support/sweep.ts'

interface Heard {
  event: string
  id: string
  data: Record<string, unknown>
}

/** Reads a stream of events, block by block; `next(n)` waits until n more have come, `end` until it is over. */
const listen = (answer: Response) => {
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  const heard: Heard[] = []
  let rest = ''
  const more = async (): Promise<boolean> => {
    const chunk = await reader?.read()
    if (!chunk || chunk.done) return false
    const blocks = (rest + decoder.decode(chunk.value, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
      heard.push({
        event: field('event') || 'message',
        id: field('id'),
        data: JSON.parse(field('data') || '{}') as Record<string, unknown>,
      })
    }
    return true
  }
  return {
    next: async (count: number): Promise<Heard[]> => {
      while (heard.length < count && (await more()));
      return heard.splice(0, count)
    },
    end: async (): Promise<Heard[]> => {
      while (await more());
      return heard.splice(0)
    },
    close: () => reader?.cancel(),
  }
}

describe('the live stream of the whole program', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await createTestApp('sqlite')
  })
  afterEach(async () => {
    vi.useRealTimers()
    await app.close()
  })
  const ask = async (name: WorldStaff, question = '', headers: Record<string, string> = {}) =>
    app.app.request(`/api/live${question}`, { headers: { cookie: await app.cookieOf(name), ...headers } })
  const open = async (name: WorldStaff, question = '', headers: Record<string, string> = {}) => {
    const answer = await ask(name, question, headers)
    expect(answer.status).toBe(200)
    return listen(answer)
  }
  const tell = (entityId: string, audience: LiveNote['audience']) =>
    app.db.tx((tx) =>
      record(tx, app.deps, systemActor('test'), {
        audit: [],
        live: [{ topic: 'queue', type: 'changed', entityId, audience, payload: { lineId: null } }],
      }),
    )

  it('is an event stream that no proxy may keep or gather', async () => {
    const answer = await ask('agent1')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      'x-accel-buffering': 'no',
    })
    await answer.body?.cancel()
  })

  it('says where it starts, then what happens', async () => {
    const stream = await open('dispatcher1')
    expect(await stream.next(1)).toMatchObject([{ event: 'ready', data: { seq: expect.any(Number) } }])
    const ticket = await livesIn(app).open()
    const [first] = await stream.next(1)
    expect(first).toMatchObject({
      event: 'message',
      id: String(first?.data['seq']),
      data: { topic: 'ticket', id: ticket.id, at: app.clock.now().toISOString() },
    })
    await stream.close()
  })

  it('resumes after the number heard last, by header or question, losing nothing and repeating nothing', async () => {
    const stream = await open('agent1')
    await stream.next(1)
    await tell('one', { roles: ['agent'] })
    const [one] = await stream.next(1)
    await stream.close()
    for (const id of ['two', 'three', 'four']) await tell(id, { roles: ['agent'] })
    for (const again of [
      await open('agent1', `?since=${one?.id}`),
      await open('agent1', '', { 'last-event-id': one?.id ?? '' }),
    ]) {
      const heard = await again.next(4)
      expect(heard.map(({ event, data }) => [event, data['id']])).toEqual([
        ['ready', undefined],
        ['message', 'two'],
        ['message', 'three'],
        ['message', 'four'],
      ])
      await again.close()
    }
    for (const odd of ['-1', 'NaN', '1e9', '%00', '9'.repeat(30), '']) {
      const answer = await ask('agent1', `?since=${odd}`)
      expect([odd, answer.status]).toEqual([odd, odd === '%00' ? 422 : 200])
      await answer.body?.cancel()
    }
  })

  it('says `reset` when too much was forgotten, or too much waits', async () => {
    await tell('old', { all: true })
    for (const id of ['gone', 'gone too']) await tell(id, { all: true })
    await sweepBefore(app.db, sweepEvents, new Date(app.clock.now().getTime() + 1))
    await tell('new', { all: true })
    const stream = await open('agent1', '?since=1')
    expect((await stream.next(2)).map(({ event, data }) => [event, data['id']])).toEqual([
      ['reset', undefined],
      ['message', 'new'],
    ])
    await stream.close()

    const note: LiveNote = {
      topic: 'queue',
      type: 'changed',
      entityId: 'many',
      audience: { all: true },
      payload: { lineId: null },
    }
    await app.db.tx((tx) =>
      record(tx, app.deps, systemActor('test'), { audit: [], live: Array.from({ length: 5_200 }, () => note) }),
    )
    const flooded = await open('agent1', '?since=1')
    const [reset] = await flooded.next(1)
    expect(reset).toMatchObject({ event: 'reset' })
    await tell('after', { all: true })
    expect((await flooded.next(1)).map(({ data }) => data['id'])).toEqual(['after'])
    await flooded.close()
  })

  it('pings when it is quiet', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const stream = await open('agent1')
    await stream.next(1)
    let heard: Heard[] | null = null
    const two = stream.next(2).then((events) => (heard = events))
    let seconds = 0
    for (; heard === null; seconds++) {
      await new Promise((resolve) => setImmediate(resolve))
      await vi.advanceTimersByTimeAsync(1_000)
    }
    vi.useRealTimers()
    expect((await two).map(({ event }) => event)).toEqual(['ping', 'ping'])
    expect(seconds).toBeGreaterThanOrEqual(30)
    await stream.close()
  })

  it('tells each only what they may hear', async () => {
    const streams = await Promise.all(
      (['agent1', 'hedong-binjiang-1', 'hedong-1', 'hexi-1', 'water-bureau-head'] as const).map((name) => open(name)),
    )
    await Promise.all(streams.map((stream) => stream.next(1)))
    const ticket = await livesIn(app).handling()
    await tell('end', { all: true })
    const heard = await Promise.all(
      streams.map(async (stream) => {
        const ids: unknown[] = []
        for (let id: unknown = null; id !== 'end'; ids.push(id)) id = (await stream.next(1))[0]?.data['id'] ?? 'end'
        await stream.close()
        return ids.slice(0, -1)
      }),
    )
    const [agent, street, district, ...others] = heard
    for (const ids of [agent, street, district]) expect(ids).toContain(ticket.id)
    expect(others).toEqual([[], []])
  })

  it('ends when its listener signs out, is moved or is no longer here, before anything more is told', async () => {
    const agent = await open('agent1')
    const moved = await open('agent2')
    await Promise.all([agent.next(1), moved.next(1)])
    expect((await (await app.signIn('agent1'))('DELETE', '/api/session')).status).toBe(204)
    expect(
      (await (await app.signIn('admin1'))('PATCH', `/api/staff/${app.world.staff.agent2}`, { roles: ['reviewer'] }))
        .status,
    ).toBe(200)
    await tell('secret', { all: true })
    expect([await agent.end(), await moved.end()]).toEqual([[], []])
    expect((await ask('agent1')).status).toBe(401)
    expect(app.services.live.listeners()).toBe(0)
  })

  it('is not opened without end by one person, and one that is closed counts no more', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('agent1')))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    const refused = await ask('agent1')
    expect([refused.status, await refused.json()]).toEqual([429, expect.objectContaining({ code: 'request.too-many' })])
    const other = await ask('agent2')
    expect(other.status).toBe(200)
    for (const answer of [...answers, other]) await answer.body?.cancel()
    await vi.waitFor(() => expect(app.services.live.listeners()).toBe(0))
    const again = await ask('agent1')
    expect(again.status).toBe(200)
    await again.body?.cancel()
  })
})
