/** A started timer; `cancel` does nothing once it has fired. */
export type Timer = { cancel(): void }

/** The carrier's only source of time. Milliseconds since the epoch. */
export type CarrierClock = { now(): number; after(ms: number, run: () => void): Timer }

/** A clock that stands still until it is moved; used by tests and by scripted runs. */
export type VirtualClock = CarrierClock & {
  /** Moves time forward, firing each due timer in order and calling `settle` after each. */
  advance(ms: number, settle: () => Promise<void>): Promise<void>
  /** Time of the next timer, or null when nothing waits. */
  next(): number | null
}

/** The machine's clock. */
export const realClock = (): CarrierClock => ({
  now: () => Date.now(),
  after: (ms, run) => {
    const handle = setTimeout(run, ms)
    return { cancel: () => clearTimeout(handle) }
  },
})

type Entry = { at: number; order: number; run: () => void }

const before = (a: Entry, b: Entry): number => a.at - b.at || a.order - b.order

/** A virtual clock that starts at `start` (ms since the epoch). */
export const virtualClock = (start: number): VirtualClock => {
  let time = start
  let order = 0
  const entries: Entry[] = []
  const clock: VirtualClock = {
    now: () => time,
    after: (ms, run) => {
      const entry: Entry = { at: time + Math.max(0, ms), order: (order += 1), run }
      const place = entries.findIndex((other) => before(entry, other) < 0)
      entries.splice(place === -1 ? entries.length : place, 0, entry)
      return {
        cancel: () => {
          const index = entries.indexOf(entry)
          if (index >= 0) entries.splice(index, 1)
        },
      }
    },
    next: () => entries[0]?.at ?? null,
    advance: async (ms, settle) => {
      const target = time + ms
      await settle()
      for (let entry = entries[0]; entry !== undefined && entry.at <= target; entry = entries[0]) {
        entries.shift()
        time = Math.max(time, entry.at)
        entry.run()
        await settle()
      }
      time = target
    },
  }
  return clock
}
