import { setTimeout as pass } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { listening, type Listening } from '../../support/listening.ts'

const most = 20

describe('a place in the live stream', () => {
  let app: TestApp
  let server: Listening
  let cookie: string
  beforeEach(async () => {
    app = await createTestApp('sqlite')
    server = await listening(app)
    cookie = await app.cookieOf('agent1')
  })
  afterEach(async () => {
    vi.useRealTimers()
    await app.services.live.stop()
    await server.close()
    await app.close()
  })

  const ask = async (method = 'GET') => app.app.request('/api/live', { method, headers: { cookie } })
  const request = (method = 'GET') => `${method} /api/live HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n\r\n`
  const streams = () => app.services.live.listeners()
  /** All places can be had again. */
  const free = async () => {
    await vi.waitFor(() => expect(streams()).toBe(0))
    const again = await Promise.all(Array.from({ length: most }, () => ask()))
    expect(again.map(({ status }) => status)).toEqual(Array.from({ length: most }, () => 200))
    for (const answer of again) await answer.body?.cancel()
    await vi.waitFor(() => expect(streams()).toBe(0))
  }
  const open = async () => {
    const line = await server.line()
    line.send(request())
    await line.until('event: ready')
    return line
  }
  const openAll = () => Promise.all(Array.from({ length: most }, open))

  it('is not taken by `HEAD`, however often', async () => {
    for (let at = 0; at < 3 * most; at++) {
      const answer = await ask('HEAD')
      expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([200, 'text/event-stream', null])
    }
    const line = await server.line()
    for (let at = 0; at < 3 * most; at++) line.send(request('HEAD'))
    line.send(request().replace('/api/live', '/api/session'))
    await line.until('"permissions"')
    line.socket.destroy()
    expect(streams()).toBe(0)
    await free()
  })

  it('comes with the time after which to come back', async () => {
    const line = await server.line()
    line.send(request())
    expect(await line.until('retry: ')).toMatch(/event: ready\n[^]*retry: 3000/)
    line.socket.destroy()
  })

  it.each<[string, (socket: Awaited<ReturnType<typeof open>>['socket']) => void]>([
    ['is cut', (socket) => void socket.destroy()],
    ['is reset', (socket) => void socket.resetAndDestroy()],
    ['is ended', (socket) => void socket.end()],
    ['is ended by the server', () => app.services.live.stop()],
  ])('is given back when its line %s', async (how, end) => {
    const lines = await openAll()
    expect((await ask()).status).toBe(429)
    for (const { socket } of lines) end(socket)
    await vi.waitFor(() => expect(streams()).toBe(0))
    if (!how.includes('server')) await free()
    for (const { socket } of lines) socket.destroy()
  })

  it('is given back when its line is gone before the answer', async () => {
    for (let at = 0; at < 3 * most; at++) {
      const line = await server.line()
      line.send(request())
      if (at % 2) await pass(1)
      line.socket.destroy()
    }
    await free()
  })

  it('is given back when nothing is accepted any more, by a line that does not know it is dead', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const answers = await Promise.all(Array.from({ length: most }, () => ask()))
    expect((await ask()).status).toBe(429)
    // Nobody reads: what is written after the first part waits for ever.
    for (let second = 0; second < 90 && streams() > 0; second++) {
      await new Promise((resolve) => setImmediate(resolve))
      await vi.advanceTimersByTimeAsync(1_000)
    }
    vi.useRealTimers()
    expect(streams()).toBe(0)
    await free()
    expect(answers).toHaveLength(most)
  })

  it('is given back when the session ends, without any event', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const answers = await Promise.all(Array.from({ length: most }, () => ask()))
    expect((await (await app.signIn('agent1'))('DELETE', '/api/session')).status).toBe(204)
    let seconds = 0
    for (; seconds < 60 && streams() > 0; seconds++) {
      await new Promise((resolve) => setImmediate(resolve))
      await vi.advanceTimersByTimeAsync(1_000)
    }
    vi.useRealTimers()
    expect([streams(), seconds <= 17]).toEqual([0, true])
    expect(answers).toHaveLength(most)
  })

  it('is given back when the stream cannot be opened', async () => {
    vi.spyOn(app.services.live, 'open').mockRejectedValue(new Error('the database is away'))
    for (let at = 0; at < 2 * most; at++) {
      const answer = await ask()
      expect([answer.status, await answer.text()]).toEqual([200, ''])
    }
    vi.restoreAllMocks()
    await free()
  })
})
