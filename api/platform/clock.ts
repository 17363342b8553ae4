/** Time is injected: tests and the sample city turn it by hand. */
export interface Clock {
  now(): Date
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that moves only when told. */
export const virtualClock = (start: Date): Clock & { set(to: Date): void; advance(ms: number): void } => {
  let at = start.getTime()
  return {
    now: () => new Date(at),
    set: (to) => {
      at = to.getTime()
    },
    advance: (ms) => {
      at += ms
    },
  }
}
