import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPage } from '../../../api/platform/page.ts'
import { createTestApp, type Ask, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { operationsOf } from '../../support/openapi.ts'
import { addressOf, livesIn } from './samples.ts'

const codeOf = ({ body }: { body: unknown }): unknown => Reflect.get(Object(body), 'code')
const pageOf = ({ body }: { body: unknown }) => body as { items: { id: string }[]; next: string | null; code?: string }

/** Lists that a supervisor may not read. */
const forAdministrators = new Set(['/stray-texts'])

describe.each(engines)('the cursor of a list on %s', (engine) => {
  let app: TestApp
  let ask: Ask
  let ticket: { id: string; citizenId: string | null }
  beforeAll(async () => {
    app = await createTestApp(engine)
    ask = await app.signIn('supervisor1')
    for (let at = 0; at < 4; at++) ticket = await livesIn(app).handling()
  })
  afterAll(() => app.close())

  it('is refused by every list that it did not come from', async () => {
    const foreign = openPage('elsewhere', {}, { size: 1 }).cut(
      [
        { at: new Date(0), id: 'a' },
        { at: new Date(1), id: 'b' },
      ],
      (row) => row,
    ).next
    const lists = operationsOf((await app.anonymous('GET', '/api/openapi.json')).body).filter(
      ({ spec }) =>
        Array.isArray(spec['parameters']) &&
        spec['parameters'].some((one: unknown) => Reflect.get(Object(one), 'name') === 'cursor'),
    )
    expect(lists.length).toBeGreaterThan(9)
    for (const { method, path } of lists) {
      const address = addressOf(`/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
        .replace(/tkt_\w+/, ticket.id)
        .replace(/ctz_\w+/, ticket.citizenId ?? '')
      const asked = forAdministrators.has(path) ? await app.signIn('admin1') : ask
      const answer = await asked(method, `${address}?cursor=${foreign}`)
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 422, 'request.other-cursor'])
    }
  })

  it('goes on with its own filters and order, and is refused with others', async () => {
    const first = pageOf(await ask('GET', '/api/tickets?state=handling&sort=created&size=1'))
    const on = (query: string) => ask('GET', `/api/tickets?${query}&size=2&cursor=${first.next}`)
    const second = pageOf(await on('state=handling&sort=created'))
    expect(second.items).toHaveLength(2)
    expect(second.items.map(({ id }) => id)).not.toContain(first.items[0]?.id)
    expect(pageOf(await on('sort=created&view=all&state=handling')).items).toEqual(second.items)
    for (const query of [
      'state=handling',
      'state=handling&sort=updated',
      'sort=created',
      'state=handling&sort=created&view=open',
    ])
      expect([query, codeOf(await on(query))]).toEqual([query, 'request.other-cursor'])
    expect(codeOf(await ask('GET', `/api/audit?cursor=${first.next}`))).toBe('request.other-cursor')
  })
})
