import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sendAll } from '../../scripts/bench/load.ts'
import { signedTexts, type TextRequest } from '../../scripts/bench/signed-texts.ts'
import { systemActor } from '../../api/vocabulary/actor.ts'
import { eventsOf, type Stream } from '../support/event-stream.ts'
import { threeServers, type OneServer, type ThreeServers } from '../support/three-servers.ts'
import { readAttachments } from './app/uploads.ts'

/** Until then something must have happened; a crowded machine takes longer than a second. */
const within = { timeout: 30_000, interval: 100 }
const sentence = '楼下垃圾堆了三天没人清运'

describe('three servers on one PostgreSQL, with one carrier', { timeout: 90_000 }, () => {
  let city: ThreeServers
  let [admin, lead, agent, second, third] = ['', '', '', '', '']
  const streams: Stream[] = []
  let texted = 0
  beforeAll(async () => {
    city = await threeServers()
    const { a, b, c } = city
    ;[admin, lead, agent, second, third] = await Promise.all([
      a.signIn('admin1'),
      b.signIn('supervisor1'),
      a.signIn('agent1'),
      b.signIn('agent2'),
      c.signIn('dispatcher1'),
    ])
    for (const { url } of city.servers) streams.push(await eventsOf(`${url}/api/live`, lead))
  }, 240_000)
  afterAll(async () => {
    streams.forEach(({ close }) => close())
    await city?.close()
  }, 60_000)

  const everywhere = (look: (server: OneServer) => Promise<void>, servers = city.servers) =>
    vi.waitFor(() => Promise.all(servers.map(look)), within)
  const texts = (count: number) => {
    const { TWILIO_ACCOUNT_SID: accountSid = '', TWILIO_AUTH_TOKEN: authToken = '' } = city.env
    const to = '+862155512345'
    const source = {
      url: `${city.publicUrl}/twilio/messages/incoming`,
      accountSid,
      authToken,
      to,
      sentences: [sentence],
    }
    texted += count
    return signedTexts(source, count, texted - count)
  }
  const incoming = ({ url }: { url: string }) => `${url}/twilio/messages/incoming`
  const proxy = () => ({ url: city.publicUrl })
  /** How often the carrier was asked to text each number that did not ask for more than once. */
  const answersAtCarrier = async () => {
    const { messages } = (await (await city.control('/messages?limit=1000')).json()) as {
      messages: { direction: string; to: string }[]
    }
    const count = new Map<string, number>()
    for (const { direction, to } of messages) if (direction !== 'inbound') count.set(to, (count.get(to) ?? 0) + 1)
    return count
  }
  const waiting = async () => {
    const { outbox } = city.db.t
    const rows = await city.db.q.select({ state: outbox.state, topic: outbox.topic }).from(outbox)
    return rows.filter(({ state, topic }) => topic === 'sms.send' && (state === 'pending' || state === 'running'))
  }
  const settled = () => vi.waitFor(async () => expect(await waiting()).toEqual([]), within)
  const ticketsByCitizen = async () => {
    const { ticket } = city.db.t
    const rows = await city.db.q.select({ citizenId: ticket.citizenId }).from(ticket)
    return { tickets: rows.length, citizens: new Set(rows.map(({ citizenId }) => citizenId)).size }
  }
  const post = (server: OneServer, text: TextRequest) =>
    fetch(incoming(server), {
      method: 'POST',
      body: text.body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'x-twilio-signature': text.signature,
        'i-twilio-idempotency-token': text.token,
      },
    })
  const draft = (server: OneServer, cookie: string) =>
    server.ask('/api/drafts', cookie, { method: 'POST', body: JSON.stringify({ content: {} }) })
  const ready = async ({ url }: OneServer) => {
    const answer = await fetch(`${url}/readyz`)
    return [answer.status, ((await answer.json()) as { status: string }).status]
  }

  it('know at each who has signed in at one', async () => {
    await everywhere(async (server) => {
      for (const cookie of [admin, lead, agent, second, third])
        expect((await server.ask('/api/session', cookie)).status).toBe(200)
    })
  })

  it('make one ticket and one answer of a text that is brought to all of them at once', async () => {
    const all = texts(12)
    await Promise.all(city.servers.map((server) => sendAll(incoming(server), all, 4)))
    expect(await ticketsByCitizen()).toEqual({ tickets: 12, citizens: 12 })
    await settled()
    const answers = await answersAtCarrier()
    expect([answers.size, Math.max(...answers.values())]).toEqual([12, 1])
  })

  it('tell every console of all that happens, in one order, wherever it happened', async () => {
    const newest = Math.max(...streams.flatMap(({ seqs }) => seqs))
    expect(newest).toBeGreaterThan(12)
    await vi.waitFor(() => {
      for (const { seqs } of streams) expect(seqs).toEqual(streams[0]?.seqs)
    }, within)
    expect(streams[0]?.seqs).toEqual(streams[0]?.seqs.toSorted((x, y) => x - y))
  })

  it('know at each what one of them, or a script, has changed of staff, units and matters', async () => {
    const changed = await city.a.ask(`/api/staff/${city.world.staff.dispatcher1}`, admin, {
      method: 'PATCH',
      body: JSON.stringify({ roles: ['agent'] }),
    })
    expect(changed.status).toBe(200)
    await city.db.tx(async (tx) => {
      const system = systemActor('test')
      const name = { name: '新街道', nameEn: 'New Street' }
      const { hedong } = city.world.units
      await city.directory.createUnitIn(tx, system, { code: 'new-street', parentId: hedong, level: 'street', ...name })
      await city.catalogue.createMatterIn(tx, system, { code: 'new-matter', name: '新事项', nameEn: 'New matter' })
    })
    await everywhere(async (server) => {
      expect(await (await server.ask('/api/session', third)).json()).toMatchObject({ staff: { roles: ['agent'] } })
      expect(await (await server.ask('/api/units', agent)).text()).toContain('new-street')
      expect(await (await server.ask('/api/matters', agent)).text()).toContain('new-matter')
    })
  })

  it('offer each caller to one agent, and each agent one caller, wherever they have signed in', async () => {
    const phones = await Promise.all(
      (
        [
          [city.a, agent],
          [city.b, second],
          [city.c, third],
        ] as const
      ).map(async ([server, cookie]) => {
        const { url, token } = (await (await server.ask('/api/softphone/token', cookie)).json()) as {
          url: string
          token: string
        }
        return eventsOf(`${url}/client/v1/events?token=${encodeURIComponent(token)}`, '')
      }),
    )
    for (const [server, cookie] of [
      [city.a, agent],
      [city.b, second],
      [city.c, third],
    ] as const)
      expect((await server.ask('/api/presence/ready', cookie, { method: 'POST' })).status).toBe(200)
    const callers = [1, 2, 3, 4, 5].map((at) => `+861371000000${at}`)
    await Promise.all(
      callers.map((from) => city.control('/calls', { from, to: '+862155512345', steps: [{ wait: 60 }] })),
    )
    const offers = async () => {
      const { callOffer } = city.db.t
      return city.db.q
        .select({ call: callOffer.callId, agent: callOffer.staffId, result: callOffer.result })
        .from(callOffer)
    }
    await vi.waitFor(async () => expect((await offers()).length).toBeGreaterThanOrEqual(3), within)
    // The carrier rings three softphones, once each.
    await vi.waitFor(
      () => expect(phones.map(({ types }) => types.filter((one) => one === 'incoming').length)).toEqual([1, 1, 1]),
      within,
    )
    const made = await offers()
    expect(made).toHaveLength(3)
    expect(new Set(made.map(({ call }) => call)).size).toBe(3)
    expect(new Set(made.map(({ agent }) => agent)).size).toBe(3)
    for (const { close } of phones) close()
    for (const [server, cookie] of [
      [city.a, agent],
      [city.b, second],
      [city.c, third],
    ] as const)
      await server.ask('/api/presence/offline', cookie, { method: 'POST' })
  })

  it('give out at each what was uploaded at one', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7])
    const files = readAttachments(agent)
    const through = ({ url }: OneServer) => ({ request: (path: string, init: RequestInit) => fetch(url + path, init) })
    const id = await files.send(through(city.a), png)
    await everywhere(async (server) => expect((await files.get(through(server), id)).status).toBe(200))
  })

  it('lose nothing and do nothing twice when one of them is killed in the middle of a pour; the others go on with all of it', async () => {
    const all = texts(30)
    const answered = new Set<string>()
    let killed: Promise<void> | undefined
    const pour = sendAll(incoming(proxy()), all, 6, ({ sid }, status) => {
      if (status === 200) answered.add(sid)
      if (answered.size === 10) killed ??= city.c.kill()
    })
    await pour
    await killed
    // As the carrier repeats what was not answered.
    await sendAll(incoming(proxy()), all, 6)
    expect(await ticketsByCitizen()).toEqual({ tickets: 42, citizens: 42 })
    // What the dead one had in hand is nobody's for a minute, then unknown: it may have gone out, so it is never sent again.
    await vi.waitFor(
      async () => expect((await waiting()).filter(({ state }) => state === 'pending')).toEqual([]),
      within,
    )
    const inHand = (await waiting()).length
    const answers = await answersAtCarrier()
    expect(Math.max(...answers.values())).toBe(1)
    expect(answers.size).toBeGreaterThanOrEqual(42 - inHand)
    expect(inHand).toBeLessThanOrEqual(20)
    for (const server of [city.a, city.b]) expect((await server.ask('/api/session', third)).status).toBe(200)
    await city.c.begin()
    expect((await city.c.ask('/api/session', third)).status).toBe(200)
  })

  it('survive that all connections are ended: streams stay, what comes next is taken', async () => {
    const before = streams.slice(0, 2).map(({ seqs }) => seqs.length)
    await city.postgres.ask(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'city' and pid <> pg_backend_pid()`,
    )
    const [text] = texts(1)
    if (text) await vi.waitFor(async () => expect((await post(city.a, text)).status).toBe(200), within)
    await everywhere(async (server) => expect(await ready(server)).toEqual([200, 'ready']))
    await vi.waitFor(() => {
      for (const [at, { seqs }] of streams.slice(0, 2).entries()) expect(seqs.length).toBeGreaterThan(before[at] ?? 0)
    }, within)
    expect(await ticketsByCitizen()).toEqual({ tickets: 43, citizens: 43 })
  })

  it('say plainly that the database is read-only, let people read, and go on by themselves', async () => {
    await city.postgres.ask('alter system set default_transaction_read_only = on', 'select pg_reload_conf()')
    await everywhere(async (server) => expect(await ready(server)).toEqual([503, 'database cannot be written']))
    const refused = await draft(city.b, agent)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await refused.json()).toMatchObject({ code: 'database.away' })
    for (const path of ['/api/session', '/api/tickets', '/api/units'])
      expect([path, (await city.b.ask(path, lead)).status]).toEqual([path, 200])
    const health = (await (await city.b.ask('/api/operations/health', lead)).json()) as { items: object[] }
    expect(health.items[0]).toMatchObject({ name: 'commit', state: 'broken', figures: { fault: '25006' } })
    await expect(city.a.signIn('reviewer1')).rejects.toThrow('503')
    const [text] = texts(1)
    if (!text) return
    expect((await post(city.a, text)).status).toBe(503)
    await city.postgres.ask(
      'set default_transaction_read_only = off',
      'alter system reset default_transaction_read_only',
      'select pg_reload_conf()',
    )
    await vi.waitFor(async () => expect((await post(city.b, text)).status).toBe(200), within)
    await everywhere(async (server) => expect(await ready(server)).toEqual([200, 'ready']))
    expect(await ticketsByCitizen()).toEqual({ tickets: 44, citizens: 44 })
  })

  it('survive that PostgreSQL goes and comes back: people stay signed in, the carrier is told to come again', async () => {
    await city.postgres.stop()
    await everywhere(async (server) => expect(await ready(server)).toEqual([503, 'database unreachable']))
    const [text] = texts(1)
    if (!text) return
    expect((await post(city.a, text)).status).toBe(503)
    const refused = await draft(city.b, agent)
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([503, 'database.away'])
    await expect(city.a.signIn('reviewer1')).rejects.toThrow('503')
    // Nobody is signed out because the database does not answer.
    for (const server of city.servers) expect([200, 503]).toContain((await server.ask('/api/session', third)).status)
    expect((await fetch(`${city.a.url}/healthz`)).status).toBe(200)
    await city.postgres.start()
    await everywhere(async (server) => expect(await ready(server)).toEqual([200, 'ready']))
    expect((await post(city.c, text)).status).toBe(200)
    for (const server of city.servers) expect((await server.ask('/api/session', third)).status).toBe(200)
    expect(await ticketsByCitizen()).toEqual({ tickets: 45, citizens: 45 })
    await vi.waitFor(async () => {
      const [first, other] = streams
      // Streams of servers that were never killed have missed nothing; one may be told a moment before the other.
      expect(first?.seqs).toEqual(other?.seqs)
      expect((await answersAtCarrier()).size).toBeGreaterThan(30)
    }, within)
  })
})
