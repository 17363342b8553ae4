import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'

describe.each(engines)('meeting a citizen by hand on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())

  it('makes the citizen of a number, finds them again however it is written, and keeps the first name', async () => {
    const ask = await app.signIn('agent1')
    const made = await ask('POST', '/api/citizens', { phone: '138 0000 0601', name: '李女士' })
    expect(made.body).toMatchObject({ phone: '138****0601', name: '李女士', contactCount: 1 })
    const again = await ask('POST', '/api/citizens', { phone: '+8613800000601', name: '王先生' })
    expect(again.body).toMatchObject({ name: '李女士', contactCount: 2 })
    expect(again.body).toHaveProperty('id', (made.body as { id: string }).id)
  })

  it('refuses what is no number, and those who may not write', async () => {
    const ask = await app.signIn('agent1')
    expect((await ask('POST', '/api/citizens', { phone: '12345' })).body).toMatchObject({
      code: 'citizen.phone-invalid',
    })
    expect((await ask('POST', '/api/citizens', { phone: '13800000602', extra: 1 })).status).toBe(422)
    expect((await (await app.signIn('reviewer1'))('POST', '/api/citizens', { phone: '13800000602' })).status).toBe(403)
    expect((await app.anonymous('POST', '/api/citizens', { phone: '13800000602' })).status).toBe(401)
  })
})
