import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAttachments } from './uploads.ts'
import { anotherServer } from '../../support/another-server.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { openTestStore, type TestStore } from '../../support/s3.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

describe.each(engines)('a city whose files lie in an object store, on %s', { timeout: 60_000 }, (engine) => {
  let store: TestStore
  let app: TestApp
  let other: Awaited<ReturnType<typeof anotherServer>>
  let uploads: ReturnType<typeof readAttachments>
  beforeAll(async () => {
    store = await openTestStore()
    app = await createTestApp(engine, { config: { files: store.place } })
    other = await anotherServer(app)
    uploads = readAttachments(await app.cookieOf('agent1'))
  })
  afterAll(async () => {
    await other.close()
    await app.close()
    await store.drop()
  })

  it('gives out on every server what was stored by one, whole or a range of it', async () => {
    const id = await uploads.send(app.app, png)
    const whole = await uploads.get(other.app, id)
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(png)
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    const part = await uploads.get(other.app, id, { range: 'bytes=8-' })
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      'bytes 8-10/11',
      null,
    ])
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(png.subarray(8))
  })

  it('tells plainly that files are away, says so to whoever watches, and goes on by itself', async () => {
    const id = await uploads.send(app.app, png)
    await store.kill()
    const refused = await uploads.get(app.app, id)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '15'])
    expect(await refused.json()).toMatchObject({ code: 'files.away', retryAfterSeconds: 15 })
    expect((await uploads.post(app.app, png)).status).toBe(503)
    app.clock.advance(120_000)
    const lead = await app.signIn('supervisor1')
    const item = async () => {
      const { body } = await lead('GET', '/api/operations/health')
      return (body as { items: { name: string }[] }).items.find(({ name }) => name === 'files')
    }
    expect(await item()).toEqual({ name: 'files', state: 'broken', figures: { minutes: 2, fault: 'ECONNREFUSED' } })
    const figures = async () => String((await app.anonymous('GET', '/metrics')).body)
    expect(await figures()).toMatch(/yixian_files_away_seconds 120/)
    // Whoever calls or writes is served: the program is ready without it.
    expect((await app.anonymous('GET', '/readyz')).status).toBe(200)

    await store.startAgain()
    expect((await uploads.get(app.app, id)).status).toBe(200)
    app.clock.advance(10_000)
    expect(await item()).toEqual({ name: 'files', state: 'fine', figures: { minutes: 0, fault: '' } })
    expect(await figures()).toMatch(/yixian_files_away_seconds 0/)
  })
})
