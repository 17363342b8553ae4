import { platformProblem } from './problem.ts'
import { Hono, type Context } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { streamSSE } from 'hono/streaming'
import { refusals, type ApiEnv } from './http.ts'
import type { Live } from './live.ts'
import type { LiveRow } from './live.store.ts'
import { LiveEvent } from '../vocabulary/live-events.ts'
import type { Log } from './log.ts'

/** A `ping` event on a quiet stream, ms: proxies close what is silent, and a console can tell a dead line from a quiet one. */
const heartbeatMs = 15_000

/** Open streams one person may have: some windows and their reconnects. */
const mostStreams = 20

/** Events that may wait for one listener: whoever is further behind on coming is told to reload, and whoever falls behind is cut off and comes back. */
const mostWaiting = 5_000

/**
 * A row of the table as the event it is. Only `record` writes rows, and only members of the list; one of an earlier version is told as
 * it was written.
 */
const eventOf = ({ seq, at, topic, type, entityId, payload }: LiveRow) =>
  ({ seq, at: at.toISOString(), topic, type, id: entityId, payload }) as LiveEvent

const written = (row: LiveRow) => ({ id: String(row.seq), data: JSON.stringify(eventOf(row)) })

/**
 * Server-sent events. `Last-Event-ID` (or `?since=`) resumes after that number; event `reset` means too much was missed, reload.
 * `may` is asked before anything is told: a stream outlives no sign-out, and no change of what its listener may hear.
 * Throws `request.too-many` beyond twenty streams of one person.
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
  const streams = new Map<string, number>()
  const count = (id: string, by: number) => {
    const now = (streams.get(id) ?? 0) + by
    if (now > 0) streams.set(id, now)
    else streams.delete(id)
  }
  return new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'live.stream',
      tags: ['live'],
      summary: 'Live events',
      responses: {
        200: {
          description:
            'Server-sent events: `ready` or `reset` with the number to go on from, `ping`, and messages; the data of a message is one of these',
          content: { 'text/event-stream': { schema: resolver(LiveEvent) } },
        },
        ...refusals,
      },
    }),
    (c) => {
      const { actor } = c.var
      const resume = c.req.header('last-event-id') ?? c.req.query('since')
      const since = resume !== undefined && /^\d{1,15}$/.test(resume) ? Number(resume) : null
      if ((streams.get(actor.id) ?? 0) >= mostStreams) throw platformProblem('request.too-many')
      count(actor.id, 1)
      // A proxy that gathers answers before it passes them on would hold every event back.
      c.header('x-accel-buffering', 'no')
      return streamSSE(c, async (stream) => {
        const waiting: LiveRow[] = []
        let last: number | null = null
        let tooFar = false
        let started = false
        let over = false
        let rouse = () => {}
        let close = () => {}
        const take = (event: LiveRow) => {
          last = event.seq
          waiting.push(event)
          if (waiting.length > mostWaiting) {
            tooFar = true
            waiting.length = 0
            if (started) stream.abort()
          }
          rouse()
        }
        stream.onAbort(() => {
          close()
          rouse()
        })
        try {
          const opened = await live.open(actor, since, take, () => {
            over = true
            rouse()
          })
          close = () => void opened.close()
          started = true
          if (tooFar) waiting.length = 0
          const start = tooFar ? (last ?? opened.start) : opened.start
          await stream.writeSSE({
            event: opened.gap || tooFar ? 'reset' : 'ready',
            data: JSON.stringify({ seq: start }),
            id: String(start),
          })
          while (!over && !stream.aborted && !stream.closed && (await may(c))) {
            for (const event of waiting.splice(0)) await stream.writeSSE(written(event))
            if (waiting.length > 0) continue
            let timer: NodeJS.Timeout | undefined
            await new Promise<void>((resolve) => {
              rouse = resolve
              if (over) resolve()
              timer = setTimeout(resolve, heartbeatMs)
            })
            clearTimeout(timer)
            if (waiting.length === 0 && !over && !stream.aborted && (await may(c)))
              await stream.writeSSE({ event: 'ping', data: '' })
          }
        } catch (error) {
          // Told here, for the library would print it as it is; the stream ends and the console comes back.
          log.error({ err: error, requestId: c.get('requestId') }, 'live stream')
        } finally {
          close()
          count(actor.id, -1)
        }
      })
    },
  )
}
