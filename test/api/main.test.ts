import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answers, runProgram, stopProgram, freePort } from '../../scripts/start/child.ts'
import { withLocalSecrets } from '../../scripts/start/secrets.ts'
import { engines, openTestDb, type TestDb } from '../support/databases.ts'

const password = 'a password of the first one'

describe.each(engines)('the server told to stop, on %s', { timeout: 60_000 }, (engine) => {
  let store: TestDb
  let folder: string
  let address: string
  let server: ReturnType<typeof runProgram>
  let cookie: string
  beforeEach(async () => {
    store = await openTestDb(engine)
    folder = await mkdtemp(join(tmpdir(), 'yixian-stop-'))
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    server = runProgram('api/main.ts', {
      ...withLocalSecrets({}, folder),
      TWILIO_API_URL: address,
      PORT: String(port),
      DATABASE_URL: store.url,
      DATA_DIR: folder,
      SAMPLE_CITY: '0',
      ADMIN_PASSWORD: password,
      LOG_LEVEL: 'fatal',
    })
    expect(await answers(`${address}/readyz`, server, 30_000)).toBe(true)
    const signedIn = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password }),
    })
    cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  }, 60_000)
  afterEach(async () => {
    await stopProgram(server)
    await store.drop()
    await rm(folder, { recursive: true, force: true })
  })

  /** An open event stream, after its first event; `over` when the server ends it. */
  const listen = async () => {
    const stream = await fetch(`${address}/api/live`, { headers: { cookie } })
    const reader = stream.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('event: ready')
    return { over: reader?.read() }
  }

  it('ends the streams and finishes what was asked before it closes the database', async () => {
    const stream = await listen()
    const body = JSON.stringify({ username: 'nobody', password })
    const asked = request(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    })
    asked.write(body.slice(0, 10))
    // Its answer comes after the head of the other request, and so does the signal.
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    server.kill('SIGTERM')
    expect((await stream.over)?.done).toBe(true)
    asked.end(body.slice(10))
    const [answer] = await once(asked, 'response')
    expect(answer.statusCode).toBe(401)
    answer.resume()
    const [code] = server.exitCode === null ? await once(server, 'exit') : [server.exitCode]
    expect(code).toBe(0)
  })

  it('stops at once when nobody waits for anything but events', async () => {
    await listen()
    const ended = once(server, 'exit')
    const start = performance.now()
    server.kill('SIGINT')
    const [code] = await ended
    expect(code).toBe(0)
    expect(performance.now() - start).toBeLessThan(1_500)
  })
})
