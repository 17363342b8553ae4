import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createHttpServer } from '../../../../api/platform/server/server.ts'
import { gate } from '../../../support/gate.ts'

const open = async (fetch: (request: Request) => Promise<Response>, patience?: number) => {
  const { server, close } = createHttpServer(fetch, patience)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { close, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/` }
}

describe('a server that is told to close', () => {
  it('answers what runs, takes nothing new, and does not wait for connections that are kept open', async () => {
    const [running, mayFinish] = [gate(), gate()]
    const { close, url } = await open(async ({ url: asked }) => {
      if (asked.endsWith('/slow')) {
        running.open()
        await mayFinish.passed
      }
      return new Response('done')
    })
    expect(await (await fetch(url)).text()).toBe('done')
    const slow = fetch(`${url}slow`)
    await running.passed
    let streamsEnded = false
    const closed = close(() => {
      streamsEnded = true
    })
    expect(streamsEnded).toBe(true)
    await expect(fetch(url)).rejects.toThrow()
    mayFinish.open()
    expect(await (await slow).text()).toBe('done')
    await closed
  })

  it('cuts off what runs longer than its patience', async () => {
    const running = gate()
    const { close, url } = await open(() => {
      running.open()
      return new Promise<Response>(() => {})
    }, 50)
    const endless = fetch(url).then(
      () => 'answered',
      () => 'cut off',
    )
    await running.passed
    await close(() => {})
    expect(await endless).toBe('cut off')
  })
})
