import type { Clock, ClockEvent } from './clock.types.ts'

/** A clock as JSON writes it: every instant an ISO string. */
type Written<T> = T extends Date
  ? string
  : T extends (infer E)[]
    ? Written<E>[]
    : T extends object
      ? { [K in keyof T]: Written<T[K]> }
      : T
/** A clock as it is stored: every instant an ISO string. */
export type ClockJson = Written<Clock>

/** To a plain JSON value for storing; `readClock` is its inverse. */
export const writeClock = (clock: Clock): ClockJson => ({
  ...clock,
  startedAt: clock.startedAt.toISOString(),
  dueAt: clock.dueAt.toISOString(),
  pausedAt: clock.pausedAt?.toISOString() ?? null,
  metAt: clock.metAt?.toISOString() ?? null,
  extensions: clock.extensions.map((e) => ({
    ...e,
    at: e.at.toISOString(),
    from: e.from.toISOString(),
    to: e.to.toISOString(),
  })),
  history: clock.history.map((event) => ({ ...event, at: event.at.toISOString() })),
})

/** From storage. Throws RangeError when an instant is none. */
export const readClock = (json: ClockJson): Clock => ({
  ...json,
  startedAt: instant(json.startedAt),
  dueAt: instant(json.dueAt),
  pausedAt: json.pausedAt === null ? null : instant(json.pausedAt),
  metAt: json.metAt === null ? null : instant(json.metAt),
  extensions: json.extensions.map((e) => ({ ...e, at: instant(e.at), from: instant(e.from), to: instant(e.to) })),
  history: json.history.map((event): ClockEvent => ({ ...event, at: instant(event.at) })),
})

const instant = (text: string): Date => {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new RangeError(`not an instant: ${text}`)
  return at
}
