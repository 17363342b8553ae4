import { createAdaptorServer } from '@hono/node-server'
import { once } from 'node:events'
import { createServer } from 'node:http'

/** How long running requests may take to finish once the server is told to stop, ms. */
const patienceMs = 5_000

/** How often connections on which nothing runs any more are looked for meanwhile, ms. */
const sweepMs = 20

/** Answers HTTP by `fetch`; listens when told. */
export const createHttpServer = (fetch: (request: Request) => Response | Promise<Response>, patience = patienceMs) => {
  // Plain HTTP/1: what the adaptor makes of `createServer`.
  const server = createAdaptorServer({ fetch, createServer }) as ReturnType<typeof createServer>
  return {
    server,
    /**
     * Takes no more connections, and waits until every running request has its answer; whatever runs for longer than the patience (ms) is
     * cut off. `endStreams` must end the answers that have no end of their own.
     */
    close: async (endStreams: () => Promise<void> | void) => {
      const closed = once(server, 'close')
      server.close()
      const ended = endStreams()
      const sweep = setInterval(() => server.closeIdleConnections(), sweepMs)
      const last = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      await ended
      clearInterval(sweep)
      clearTimeout(last)
    },
  }
}
