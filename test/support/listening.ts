import { once } from 'node:events'
import { connect } from 'node:net'
import { createHttpServer } from '../../api/platform/server/server.ts'
import type { TestApp } from './app.ts'

/** The program behind a port of its own, as `api/main.ts` serves it. */
export const listening = async ({ app }: Pick<TestApp, 'app'>) => {
  const { server, close } = createHttpServer(app.fetch, 500)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: () => close(() => {}),
    /** A bare line: what was received so far, and `until` something is in it or the line is at its end. */
    line: async () => {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      let received = ''
      let ended = false
      let fault: Error | null = null
      let look = () => {}
      socket.setEncoding('utf8')
      socket.on('data', (part) => ((received += String(part)), look()))
      socket.on('end', () => ((ended = true), look()))
      socket.on('error', (error) => ((fault = error), look()))
      const until = (done: () => boolean) =>
        new Promise<string>((resolve, reject) => {
          look = () => {
            if (fault) reject(fault)
            else if (done()) resolve(received)
            else if (ended) reject(new Error(`the line ended after: ${received}`))
          }
          look()
        })
      return {
        socket,
        send: (text: string) => socket.write(text),
        until: (words: string) => until(() => received.includes(words)),
        end: () => until(() => ended),
      }
    },
  }
}
export type Listening = Awaited<ReturnType<typeof listening>>
