import { Hono, type Context } from 'hono'
import { describeRoute } from 'hono-openapi'
import { streamSSE } from 'hono/streaming'
import { described } from '../contract/json-schema.ts'
import { refuses, type ApiEnv } from '../http.ts'
import { LiveMessage } from './live.dto.ts'
import { createSlots } from './live.slots.ts'
import { heartbeatMs, tellLive } from './live.stream.ts'
import type { Live } from './live.ts'
import type { Log } from '../log.ts'
import { platformProblem } from '../problem.ts'
import { connectionOf } from '../server/connection.ts'

/**
 * Server-sent events. `Last-Event-ID` (or `?since=`) resumes after that number; event `reset` means too much was missed, reload.
 * `may` is asked before anything is told: a stream outlives no sign-out, and no change of what its listener may hear.
 * `HEAD` is told what a stream would be, and opens none. Throws `request.too-many` beyond twenty streams of one person.
 */
export const liveRoutes = ({
  live,
  log,
  may,
}: {
  live: Live
  log: Log
  may: (c: Context<ApiEnv>) => Promise<boolean>
}) => {
  const slots = createSlots()
  return new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'live.stream',
      tags: ['live'],
      summary: 'Live events',
      description:
        'Server-sent events: first `ready` or `reset`, then what happens, and a `ping` when nothing does. At most twenty open streams of one account.',
      parameters: [
        {
          in: 'query',
          name: 'since',
          description: 'The number of the last event seen: go on after it. By default from now on',
          schema: { type: 'integer', minimum: 0 },
        },
        {
          in: 'header',
          name: 'Last-Event-ID',
          description: 'The same, as clients of server-sent events send it by themselves',
          schema: { type: 'string', pattern: '^[0-9]{1,15}$' },
        },
      ],
      responses: {
        200: {
          description: 'The stream; each message is one of these',
          content: { 'text/event-stream': { schema: described(LiveMessage) } },
        },
        ...refuses('request.too-many'),
      },
    }),
    (c) => {
      const { actor } = c.var
      const resume = c.req.header('last-event-id') ?? c.req.query('since')
      const since = resume !== undefined && /^\d{1,15}$/.test(resume) ? Number(resume) : null
      // A proxy that gathers answers before it passes them on would hold every event back.
      c.header('x-accel-buffering', 'no')
      if (c.req.method === 'HEAD')
        return c.body(null, 200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
      const giveBack = slots.take(actor.id)
      if (!giveBack)
        throw platformProblem('request.too-many', undefined, { retryAfterSeconds: Math.ceil(heartbeatMs / 1_000) })
      return streamSSE(c, async (stream) => {
        try {
          await tellLive(live, stream, { actor, since, may: () => may(c) })
        } catch (error) {
          // Told here, for the library would print it as it is; the stream ends and the console comes back.
          log.error({ err: error, requestId: c.get('requestId') }, 'live stream')
        } finally {
          giveBack()
          // A line that accepted nothing for so long would wait for ever.
          if (stream.aborted) connectionOf(c)?.outgoing.destroy()
        }
      })
    },
  )
}
