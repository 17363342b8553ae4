import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createHttpServer } from '../../../api/platform/server.ts'

const open = async (fetch: (request: Request) => Promise<Response>, patience?: number) => {
  const { server, close } = createHttpServer(fetch, patience)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { close, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/` }
}

describe('a server that is told to close', () => {
  it('answers what runs, takes nothing new, and does not wait for connections that are kept open', async () => {
    let finish = () => {}
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve
    })
    let runs = () => {}
    const running = new Promise<void>((resolve) => {
      runs = resolve
    })
    const { close, url } = await open(async ({ url: asked }) => {
      if (asked.endsWith('/slow')) {
        runs()
        await mayFinish
      }
      return new Response('done')
    })
    expect(await (await fetch(url)).text()).toBe('done')
    const slow = fetch(`${url}slow`)
    await running
    let streamsEnded = false
    const closed = close(() => (streamsEnded = true))
    expect(streamsEnded).toBe(true)
    await expect(fetch(url)).rejects.toThrow()
    finish()
    expect(await (await slow).text()).toBe('done')
    await closed
  })

  it('cuts off what runs longer than its patience', async () => {
    let runs = () => {}
    const running = new Promise<void>((resolve) => {
      runs = resolve
    })
    const { close, url } = await open(() => {
      runs()
      return new Promise<Response>(() => {})
    }, 50)
    const endless = fetch(url).then(
      () => 'answered',
      () => 'cut off',
    )
    await running
    await close(() => {})
    expect(await endless).toBe('cut off')
  })
})
