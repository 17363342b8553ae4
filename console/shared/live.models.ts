import type { LiveEvent, LiveTopic } from '../../api/vocabulary/live-events.ts'

export type Connection = 'connecting' | 'connected' | 'reconnecting'

/** What the console remembers of the stream. */
export interface LiveState {
  lastSeq: number
  /** Ids by topic that changed since their lists were last refreshed, oldest first. */
  changed: Readonly<Partial<Record<LiveTopic, readonly string[]>>>
}
export const emptyLiveState: LiveState = { lastSeq: 0, changed: {} }

/** Takes one event into the state. An event seen before (resume overlaps) changes nothing: the same object comes back. */
export const applyEvent = (state: LiveState, event: Pick<LiveEvent, 'seq' | 'topic' | 'id'>): LiveState => {
  if (event.seq <= state.lastSeq) return state
  const known = state.changed[event.topic] ?? []
  const ids = known.includes(event.id) ? known : [...known, event.id]
  return { lastSeq: event.seq, changed: { ...state.changed, [event.topic]: ids } }
}

/** The lists were refreshed: nothing is outstanding. */
export const settle = (state: LiveState): LiveState => ({ lastSeq: state.lastSeq, changed: {} })

/**
 * The query keys that the changes make stale, by the console's rule for keys: `[topic, 'list', …]`, `[topic, 'one', id, …]`,
 * `[topic, 'summary', …]`. Only the changed things are read again, not every open one of their topic.
 */
export const staleKeys = (state: LiveState): (readonly string[])[] =>
  Object.entries(state.changed).flatMap(([topic, ids]) => [
    [topic, 'list'],
    [topic, 'summary'],
    ...ids.map((id) => [topic, 'one', id]),
  ])

/**
 * Puts a thing into a list that is kept sorted, or takes it out (`undefined`). Finds the place by binary search;
 * rows that did not change keep their identity. For small live lists (contacts, agents), not for keyset pages.
 * @internal exported for its test
 */
export const applyToRows = <T extends { id: string }>(
  rows: readonly T[],
  id: string,
  next: T | undefined,
  compare: (a: T, b: T) => number,
): T[] => {
  const rest = rows.filter((row) => row.id !== id)
  if (next === undefined) return rest
  let low = 0
  let high = rest.length
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rest[middle]
    if (row !== undefined && compare(row, next) <= 0) low = middle + 1
    else high = middle
  }
  return rest.toSpliced(low, 0, next)
}

/** How long to wait before the n-th attempt, ms: 1, 2, 4 … 30 s, spread by up to half so that a city's desks do not knock together. */
export const backOff = (attempt: number, random: number): number =>
  Math.min(30_000, 1000 * 2 ** attempt) * (1 - random / 2)

/** Reads the data of one stream message; undefined when it is not an event. */
export const parseEvent = (data: string): LiveEvent | undefined => {
  try {
    const value: unknown = JSON.parse(data)
    return isEvent(value) ? value : undefined
  } catch {
    return undefined
  }
}
/**
 * Whether it has the parts of an event. Which payload goes with which type is not looked at again: the server can record members of
 * the list only. A type that a newer server added goes to its topic's listeners, and means nothing to them.
 */
const isEvent = (value: unknown): value is LiveEvent =>
  typeof value === 'object' &&
  value !== null &&
  'seq' in value &&
  typeof value.seq === 'number' &&
  'topic' in value &&
  typeof value.topic === 'string' &&
  'type' in value &&
  typeof value.type === 'string' &&
  'id' in value &&
  typeof value.id === 'string' &&
  'payload' in value &&
  typeof value.payload === 'object' &&
  value.payload !== null
