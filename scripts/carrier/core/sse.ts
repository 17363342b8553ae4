/** Writes one event to a stream of server-sent events; false once the reader is gone or far behind. */
export type Send = (event: string, data: unknown) => boolean

const longestBacklog = 2000
const heartbeatMs = 15_000

/**
 * An answer that streams events. `start` gets the writer and returns what to do when the reader leaves. A comment every
 * 15 s keeps proxies from closing it.
 */
export const eventStream = (start: (send: Send) => () => void, headers: Record<string, string> = {}): Response => {
  const encoder = new TextEncoder()
  let stop: () => void = () => undefined
  let beat: NodeJS.Timeout | undefined
  let open = true
  const close = (): void => {
    if (!open) return
    open = false
    clearInterval(beat)
    stop()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const write = (text: string): boolean => {
          if (!open) return false
          if ((controller.desiredSize ?? 0) < -longestBacklog) {
            close()
            controller.close()
            return false
          }
          controller.enqueue(encoder.encode(text))
          return true
        }
        write(': open\n\n')
        beat = setInterval(() => write(': still here\n\n'), heartbeatMs)
        beat.unref()
        stop = start((event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
      },
      cancel: close,
    },
    new CountQueuingStrategy({ highWaterMark: 100 }),
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      ...headers,
    },
  })
}
