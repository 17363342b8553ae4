import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { worldPassword } from '../../support/world.ts'
import { livesIn } from '../app/samples.ts'

interface Name {
  id: string
  kind: string
  name: string
  nameEn: string | null
}
interface Row {
  id: string
  entity: string
  about: Name | null
  names: Name[]
  action: string
  actorId: string
  requestId: string | null
}
const page = (body: unknown) => body as { items: Row[]; next: string | null }

describe.each(engines)('the audit on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())

  it('is for supervisors and administrators', async () => {
    expect((await app.anonymous('GET', '/api/audit')).status).toBe(401)
    for (const username of ['agent1', 'water-bureau-head'] as const)
      expect((await (await app.signIn(username))('GET', '/api/audit')).status).toBe(403)
    expect((await (await app.signIn('supervisor1'))('GET', '/api/audit')).status).toBe(200)
  })

  it('pages through every row once, newest first', async () => {
    const ask = await app.signIn('admin1')
    const all = await app.db.q.$count(app.db.t.audit)
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const answer = page((await ask('GET', `/api/audit?size=7${next === '' ? '' : `&cursor=${next}`}`)).body)
      expect(answer.items.length).toBeLessThanOrEqual(7)
      seen.push(...answer.items.map(({ id }) => id))
      next = answer.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(all)
    expect(seen).toEqual([...seen].sort().reverse())
  })

  it('finds by entity, actor, action and time', async () => {
    const ask = await app.signIn('admin1')
    const { staff } = app.world
    await app.anonymous('POST', '/api/session', { username: 'admin1', password: worldPassword })
    const answer = page(
      (
        await ask(
          'GET',
          `/api/audit?entity=staff&entityId=${staff.admin1}&action=session.opened&actorId=${staff.admin1}`,
        )
      ).body,
    )
    expect(answer.items).toMatchObject([
      { action: 'session.opened', actorId: staff.admin1, requestId: expect.stringMatching(/^req_/) },
    ])
    expect(page((await ask('GET', '/api/audit?from=2030-01-01T00:00:00Z')).body).items).toEqual([])
    expect(page((await ask('GET', `/api/audit?to=2026-06-01T10%3A00%3A00%2B08:00`)).body).items).toEqual([])
    expect(page((await ask('GET', `/api/audit?size=1&to=2026-06-01T10%3A00%3A01%2B08:00`)).body).items).toHaveLength(1)
  })

  describe('what the ids stand for', () => {
    const field = (body: unknown, name: string) => String(Reflect.get(Object(body), name))
    let ticket: { id: string; number: string }
    let citizenId: string
    beforeAll(async () => {
      const agent = await app.signIn('agent1')
      ;({ id: citizenId } = await livesIn(app).citizen('+8613900000088'))
      const form = { channel: 'call', text: '水费账单有误', citizenId, matterCode: 'municipal.water.bill' }
      const filed = await agent('POST', '/api/tickets', form)
      ticket = { id: field(filed.body, 'id'), number: field(filed.body, 'number') }
    })
    const ask = async (username: 'supervisor1' | 'admin1', query: string) =>
      page((await (await app.signIn(username))('GET', `/api/audit?${query}`)).body).items

    it('a ticket by its number, which also finds it', async () => {
      for (const asked of [ticket.id, ticket.number]) {
        const rows = await ask('supervisor1', `entityId=${asked}`)
        expect(rows.length, asked).toBeGreaterThan(0)
        for (const row of rows) expect(row.about).toMatchObject({ id: ticket.id, kind: 'ticket', name: ticket.number })
      }
      expect(await ask('supervisor1', 'entityId=261000000000')).toEqual([])
    })

    it('staff and units by name, also within what changed', async () => {
      const { staff, units } = app.world
      const [added] = await ask('admin1', `entityId=${staff.admin1}&action=staff.created`)
      expect(added?.about).toMatchObject({ id: staff.admin1, kind: 'staff' })
      expect(added?.names.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['staff', 'unit']))
      const [unit] = await ask('admin1', `entityId=${units['water-bureau']}`)
      expect(unit?.about).toMatchObject({ kind: 'unit', name: expect.any(String), nameEn: expect.any(String) })
    })

    it('a citizen masked, and not at all for those who may not read citizens', async () => {
      const [seen] = await ask('supervisor1', `entity=citizen&entityId=${citizenId}`)
      expect(seen?.about).toMatchObject({ id: citizenId, kind: 'citizen', name: '139****0088' })
      const [hidden] = await ask('admin1', `entity=citizen&entityId=${citizenId}`)
      expect(hidden?.about).toBeNull()
    })

    it('with as many queries for a long page as for a short one', async () => {
      // where lists are read on the loop, both are one
      const logs = [...new Set([app.db.q, app.db.lists.q])].map((q) => vi.spyOn(q, 'select'))
      const count = async (size: number) => {
        for (const log of logs) log.mockClear()
        await app.audit.list(app.actor('supervisor1'), { size })
        return logs.reduce((sum, log) => sum + log.mock.calls.length, 0)
      }
      const [one, many] = [await count(1), await count(200)]
      for (const log of logs) log.mockRestore()
      expect(one).toBeGreaterThan(0)
      // the records, one for each kind of thing that has none of its own, tickets, citizens, matters and articles
      expect(many).toBeLessThanOrEqual(12)
    })
  })

  it.each([
    'size=0',
    'size=x',
    'cursor=x',
    `cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
    'from=yesterday',
    'entity=%00',
    'other=1',
  ])('refuses %s', async (query) => {
    expect((await (await app.signIn('admin1'))('GET', `/api/audit?${query}`)).status).toBe(422)
  })
})
