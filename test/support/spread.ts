import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy before several servers: each request goes to the next one, and to another where one does not answer at all. */
export interface Spread {
  port: number
  /** Whom requests go to, by port. */
  to: number[]
  close(): Promise<void>
}

const bodyOf = async (message: IncomingMessage) => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

/** Starts it; it stands where nginx or Caddy would (docs/samples). */
export const openSpread = async (): Promise<Spread> => {
  const to: number[] = []
  let next = 0
  const pass = (asked: IncomingMessage, answer: ServerResponse, body: Buffer, tries: number) => {
    const port = to[next++ % Math.max(1, to.length)]
    const onward = request(
      { host: '127.0.0.1', port, path: asked.url, method: asked.method, headers: asked.headers, agent: false },
      (came) => {
        answer.writeHead(came.statusCode ?? 502, came.headers)
        came.pipe(answer)
      },
    )
    onward.on('error', () => {
      if (!answer.headersSent && tries > 1) pass(asked, answer, body, tries - 1)
      else if (answer.headersSent) answer.destroy()
      else answer.writeHead(502).end()
    })
    onward.end(body)
  }
  const server = createServer((asked, answer) => {
    void bodyOf(asked).then(
      (body) => pass(asked, answer, body, to.length),
      () => answer.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    to,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
