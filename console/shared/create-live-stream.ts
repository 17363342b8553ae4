import type { QueryClient } from '@tanstack/solid-query'
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { LiveEvent, LiveEventOf, LiveTopic } from '../../api/vocabulary/live-events.ts'
import { applyEvent, backOff, emptyLiveState, parseEvent, settle, staleKeys, type Connection } from './live.models.ts'

/** The server's live events, and whether they arrive. */
export interface LiveStream {
  connection: Accessor<Connection>
  /** Calls `listener` for each event of a topic until the component goes. */
  listen: <Topic extends LiveTopic>(topic: Topic, listener: (event: LiveEventOf<Topic>) => void) => void
}

const isOf = <Topic extends LiveTopic>(topic: Topic, event: LiveEvent): event is LiveEventOf<Topic> =>
  event.topic === topic

const gathering = 200
const silence = 60_000

/**
 * The one event stream of the console. Begins after event `from`, the last one before anything was read, and resumes after the last that it
 * saw (`?since=`, for a new EventSource cannot send `Last-Event-ID`), waits longer after each failure, and makes the queries stale that the events touch, gathered over 200 ms.
 * The server sends `event: reset` when it cannot resume, then everything is read again; `event: ping` proves the line alive.
 */
export const createLiveStream = (url: string, queries: QueryClient, from: number): LiveStream => {
  const [connection, setConnection] = createSignal<Connection>('connecting')
  const listeners = new Set<(event: LiveEvent) => void>()
  let state = emptyLiveState
  let attempt = 0
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let gather: ReturnType<typeof setTimeout> | undefined
  let watch: ReturnType<typeof setTimeout> | undefined

  const refresh = () => {
    gather = undefined
    const keys = staleKeys(state)
    state = settle(state)
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey })
  }
  const take = (event: LiveEvent | undefined) => {
    const next = event === undefined ? state : applyEvent(state, event)
    if (event === undefined || next === state) return
    state = next
    for (const hear of listeners) hear(event)
    gather ??= setTimeout(refresh, gathering)
  }
  const open = () => {
    source = new EventSource(`${url}?since=${Math.max(state.lastSeq, from)}`)
    source.addEventListener('open', () => {
      attempt = 0
      setConnection('connected')
    })
    source.addEventListener('message', (message: MessageEvent<string>) => take(parseEvent(message.data)))
    source.addEventListener('reset', () => void queries.invalidateQueries())
    source.addEventListener('ping', () => {
      clearTimeout(watch)
      watch = setTimeout(reopen, silence)
    })
    source.addEventListener('error', reopen)
  }
  const reopen = () => {
    source?.close()
    clearTimeout(watch)
    clearTimeout(retry)
    setConnection('reconnecting')
    retry = setTimeout(open, backOff(attempt, Math.random()))
    attempt += 1
  }
  const hurry = () => {
    if (connection() !== 'reconnecting') return
    clearTimeout(retry)
    open()
  }

  open()
  addEventListener('online', hurry)
  onCleanup(() => {
    removeEventListener('online', hurry)
    source?.close()
    for (const timer of [retry, gather, watch]) clearTimeout(timer)
  })

  return {
    connection,
    listen: (topic, listener) => {
      const hear = (event: LiveEvent) => isOf(topic, event) && listener(event)
      listeners.add(hear)
      onCleanup(() => listeners.delete(hear))
    },
  }
}
