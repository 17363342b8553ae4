import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'

const usernames = (body: unknown) => (body as { items: { username: string }[] }).items.map(({ username }) => username)

describe.each(engines)('staff on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())

  it('are all seen by the hotline and by a unit only within its subtree', async () => {
    expect((await app.anonymous('GET', '/api/staff')).status).toBe(401)
    const agent = await app.signIn('agent1')
    expect(usernames((await agent('GET', '/api/staff')).body)).toHaveLength(7 + 16)
    expect(usernames((await agent('GET', '/api/staff?role=agent')).body)).toEqual(['agent1', 'agent2'])
    expect(usernames((await agent('GET', `/api/staff?q=${encodeURIComponent('黄伟')}`)).body)).toEqual(['followup1'])
    const district = await app.signIn('hedong-head')
    expect(usernames((await district('GET', '/api/staff')).body)).toEqual([
      'hedong-1',
      'hedong-binjiang-1',
      'hedong-binjiang-head',
      'hedong-head',
      'hedong-laoqiao-1',
      'hedong-laoqiao-head',
    ])
    expect(usernames((await district('GET', `/api/staff?unitId=${app.world.units.hexi}`)).body)).toEqual([])
  })

  it('are added, changed and deactivated by an administrator alone, with an audit row each', async () => {
    const person = {
      username: 'New.Agent',
      name: '新人',
      roles: ['agent', 'agent'],
      unitId: app.world.units.city,
      password: 'willow kettle 93',
    }
    expect((await (await app.signIn('supervisor1'))('POST', '/api/staff', person)).status).toBe(403)
    const admin = await app.signIn('admin1')
    const made = await admin('POST', '/api/staff', person)
    expect(made.body).toMatchObject({
      username: 'new.agent',
      roles: ['agent'],
      active: true,
      unitNameEn: 'Linjiang City Hotline',
    })
    expect(JSON.stringify(made.body)).not.toContain('password')
    const { id } = made.body as { id: string }
    expect((await admin('POST', '/api/staff', person)).body).toMatchObject({ code: 'staff.exists' })
    const session = await app.anonymous('POST', '/api/session', { username: 'new.agent', password: 'willow kettle 93' })
    expect(session.status).toBe(200)
    expect((await admin('PATCH', `/api/staff/${id}`, { name: '老人', active: false })).body).toMatchObject({
      name: '老人',
      active: false,
    })
    expect(
      (await app.anonymous('POST', '/api/session', { username: 'new.agent', password: 'willow kettle 93' })).status,
    ).toBe(401)
    const { items } = await app.audit.list(app.actor('admin1'), {
      entityId: id,
      entity: 'staff',
      actorId: app.world.staff.admin1,
      size: 10,
    })
    expect(items.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      { action: 'staff.changed', before: { name: '新人', active: true }, after: { name: '老人', active: false } },
      { action: 'staff.created', before: null, after: expect.objectContaining({ username: 'new.agent' }) as unknown },
    ])
  })

  it('stay as they are when a change changes nothing', async () => {
    const before = await app.db.q.$count(app.db.t.audit)
    await app.access.changeStaff(app.actor('admin1'), app.world.staff.agent2, { name: '叶家豪', roles: ['agent'] })
    expect(await app.db.q.$count(app.db.t.audit)).toBe(before)
  })

  it('are refused with a reason', async () => {
    const admin = await app.signIn('admin1')
    const person = {
      username: 'x.y',
      name: '某人',
      roles: ['agent'],
      unitId: app.world.units.city,
      password: 'willow kettle 93',
    }
    const refused = async (over: object) => (await admin('POST', '/api/staff', { ...person, ...over })).status
    expect(await refused({ unitId: 'unt_none' })).toBe(404)
    expect(await refused({ password: '' })).toBe(422)
    expect(await refused({ username: 'a b' })).toBe(422)
    expect(await refused({ roles: [] })).toBe(422)
    expect(await refused({ roles: ['mayor'] })).toBe(422)
    expect(await refused({ name: 'a\0b' })).toBe(422)
    expect((await admin('PATCH', '/api/staff/stf_none', { active: false })).status).toBe(404)
    expect((await admin('PATCH', '/api/staff/%00', { active: false })).status).toBe(422)
    expect((await admin('PATCH', `/api/staff/${app.world.staff.agent2}`, { unitId: 'unt_none' })).status).toBe(404)
  })
})
