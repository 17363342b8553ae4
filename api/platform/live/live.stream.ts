import type { SSEStreamingApi } from 'hono/streaming'
import type { LiveEvent } from '../../vocabulary/live-events.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import type { Live } from './live.ts'
import type { LiveRow } from './live.store.ts'

/** A `ping` event on a quiet stream, ms: proxies close what is silent, and a console can tell a dead line from a quiet one. */
export const heartbeatMs = 15_000

/** How long a listener may take to accept what is written, ms: whoever takes nothing any more is gone, though the line may not know it. */
const acceptMs = 30_000

/** What a client is told to wait before it comes back, ms. */
const retryMs = 3_000

/** Events that may wait for one listener: whoever is further behind on coming is told to reload, and whoever falls behind is cut off and comes back. */
const mostWaiting = 5_000

/**
 * A row of the table as the event it is. Only `record` writes rows, and only members of the list; one of an earlier version is told as
 * it was written.
 */
const eventOf = ({ seq, at, topic, type, entityId, payload }: LiveRow) =>
  ({ seq, at: at.toISOString(), topic, type, id: entityId, payload }) as LiveEvent

const written = (row: LiveRow) => ({ id: String(row.seq), data: JSON.stringify(eventOf(row)) })

/** Whom a stream is told to, and from where on. */
export interface Listening {
  actor: StaffActor
  since: number | null
  /** Whether they may still hear; asked before anything is told. */
  may: () => Promise<boolean>
}

/**
 * Tells a listener what happens until the stream ends: closed from either side, cut off because nothing is accepted any more, too far behind,
 * no longer allowed, or the program stops. Whatever the end, it returns, and has closed what it opened.
 */
export const tellLive = async (live: Live, stream: SSEStreamingApi, { actor, since, may }: Listening) => {
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
  const write = async (message: Parameters<SSEStreamingApi['writeSSE']>[0]) => {
    const patience = setTimeout(() => stream.abort(), acceptMs)
    await stream.writeSSE(message).finally(() => clearTimeout(patience))
  }
  const ended = () => over || stream.aborted || stream.closed
  try {
    const opened = await live.open(actor, since, take, () => {
      over = true
      rouse()
    })
    close = () => void opened.close()
    started = true
    if (tooFar) waiting.length = 0
    const start = tooFar ? (last ?? opened.start) : opened.start
    await write({
      event: opened.gap || tooFar ? 'reset' : 'ready',
      data: JSON.stringify({ seq: start }),
      id: String(start),
      retry: retryMs,
    })
    while (!ended() && (await may())) {
      for (const event of waiting.splice(0)) if (!ended()) await write(written(event))
      if (waiting.length > 0) continue
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        rouse = resolve
        if (ended()) resolve()
        timer = setTimeout(resolve, heartbeatMs)
      })
      clearTimeout(timer)
      if (waiting.length === 0 && !ended() && (await may())) await write({ event: 'ping', data: '' })
    }
  } finally {
    close()
  }
}
