import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { streamSSE } from 'hono/streaming'
import type { ApiEnv } from './http.ts'
import type { Live } from './live.ts'
import type { LiveEvent } from './live.store.ts'

/** A `ping` event on a quiet stream, ms: proxies close what is silent, and a console can tell a dead line from a quiet one. */
const heartbeatMs = 15_000

/** Server-sent events. `Last-Event-ID` (or `?since=`) resumes after that number; event `reset` means too much was missed, reload. */
export const liveRoutes = (live: Live) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({ operationId: 'live.stream', responses: { 200: { description: 'text/event-stream of live events' } } }),
    (c) => {
      const resume = c.req.header('last-event-id') ?? c.req.query('since')
      const since = resume !== undefined && /^\d{1,15}$/.test(resume) ? Number(resume) : null
      return streamSSE(c, async (stream) => {
        const waiting: LiveEvent[] = []
        let rouse = () => {}
        const opened = await live.open(c.var.actor, since, (event) => {
          waiting.push(event)
          rouse()
        })
        stream.onAbort(() => {
          opened.close()
          rouse()
        })
        await stream.writeSSE({ event: opened.gap ? 'reset' : 'ready', data: JSON.stringify({ seq: opened.start }), id: String(opened.start) })
        while (!stream.aborted && !stream.closed) {
          for (const event of waiting.splice(0)) {
            await stream.writeSSE({
              id: String(event.seq),
              data: JSON.stringify({ seq: event.seq, at: event.at.toISOString(), topic: event.topic, type: event.type, id: event.entityId, payload: event.payload }),
            })
          }
          if (waiting.length > 0) continue
          let timer: NodeJS.Timeout | undefined
          await new Promise<void>((resolve) => {
            rouse = resolve
            timer = setTimeout(resolve, heartbeatMs)
          })
          clearTimeout(timer)
          if (waiting.length === 0 && !stream.aborted) await stream.writeSSE({ event: 'ping', data: '' })
        }
        opened.close()
      })
    },
  )
