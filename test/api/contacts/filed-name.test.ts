import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filingRoutes } from '../../../api/contacts/filing.routes.ts'
import { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { systemActor } from '../../../api/vocabulary/actor.ts'
import { createTestApp, type TestApp, type TestWorld } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { overWorld } from '../tickets/support.ts'

describe.each(engines)('the title and the name that a form is filed with, %s', (engine) => {
  let app: TestApp
  let w: ReturnType<typeof overWorld<TestWorld>>
  beforeAll(async () => {
    app = await createTestApp(engine, {
      mount: (api, parts) => {
        w = overWorld(parts)
        api.route('/tickets', filingRoutes(w.contacts, w.tickets))
      },
    })
  })
  afterAll(() => app.close())

  const named = async () => {
    const { id } = await w.citizen()
    const { name } = await app.citizens.change(systemActor('test'), id, { name: '王先生' })
    return { id, name }
  }
  const file = async (form: object) => {
    const agent = await app.signIn('agent1')
    return agent('POST', '/api/tickets', { channel: 'call', text: '您好，我想反映楼下路灯坏了。三天了。', ...form })
  }
  const citizenNow = async (id: string) => (await app.db.q.select().from(app.db.t.citizen)).find((row) => row.id === id)
  const changes = async (id: string) =>
    (await app.db.q.select().from(app.db.t.audit))
      .filter(({ action, entityId }) => action === 'citizen.changed' && entityId === id)
      .map(({ before, after }) => ({ before, after }))

  it('become the ticket’s and the citizen’s; what is left out is suggested, and stays', async () => {
    const { id, name } = await named()
    const plain = await file({ citizenId: id })
    expect(TicketDto.parse(plain.body).title).toBe('楼下路灯坏了')
    expect((await citizenNow(id))?.name).toBe(name)
    const written = await file({ citizenId: id, title: ' 路灯 💡 不亮 ', citizenName: ' 欧阳·阿不都 👩‍🦽 ' })
    expect(TicketDto.parse(written.body).title).toBe('路灯 💡 不亮')
    expect((await citizenNow(id))?.name).toBe('欧阳·阿不都 👩‍🦽')
    expect(await changes(id), 'with what was before').toContainEqual({
      before: { name },
      after: { name: '欧阳·阿不都 👩‍🦽' },
    })
    await file({ citizenId: id, citizenName: '欧阳·阿不都 👩‍🦽' })
    expect(await changes(id), 'the same name is no change').toHaveLength(2)
    await file({ citizenId: id, citizenName: '' })
    expect((await citizenNow(id))?.name, 'an emptied one is cleared').toBeNull()
  })

  it.each([
    ['a name with NUL', { citizenName: '李\0四' }],
    ['a long name', { citizenName: '长'.repeat(61) }],
    ['a long title', { title: '长'.repeat(121) }],
    ['a name with an area that does not fit', { citizenName: '李四', districtId: 'none' }],
  ])('change nothing where filing is refused: %s', async (_, form) => {
    const { id, name } = await named()
    const before = await app.db.q.$count(app.db.t.ticket)
    expect((await file({ citizenId: id, ...form })).status).toBe(422)
    expect((await citizenNow(id))?.name).toBe(name)
    expect(await app.db.q.$count(app.db.t.ticket)).toBe(before)
  })

  it('are taken back with the ticket that could not be opened', async () => {
    const { id, name } = await named()
    const { hexi, 'hedong-binjiang': binjiang } = app.world.units
    const refused = await file({ citizenId: id, citizenName: '李四', districtId: hexi, streetId: binjiang })
    expect(Reflect.get(Object(refused.body), 'code')).toBe('ticket.area-mismatch')
    expect((await citizenNow(id))?.name).toBe(name)
  })
})
