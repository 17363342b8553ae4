import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'

describe('the search over everything, asked over HTTP', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp('sqlite')
  })
  afterAll(() => app.close())

  it('takes the words in the body alone', async () => {
    const ask = await app.signIn('agent1')
    const { status, body } = await ask('POST', '/api/search', { q: ' swj ' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ tickets: [], citizens: [], articles: [] })
    expect((await ask('GET', '/api/search?q=swj')).status).toBe(405)
    for (const wrong of [{}, { q: '' }, { q: '  ' }, { q: 'x'.repeat(201) }, { q: '水', more: 1 }])
      expect((await ask('POST', '/api/search', wrong)).status).toBe(422)
  })

  it('is for whoever is signed in', async () => {
    expect((await app.anonymous('POST', '/api/search', { q: '水' })).status).toBe(401)
  })
})
