import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { worldPassword } from '../../support/world.ts'

interface Row {
  id: string
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
