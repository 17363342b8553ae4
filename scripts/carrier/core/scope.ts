import type { CarrierClock } from './clock.ts'

/** Why a running document was stopped from outside. */
export type Why = 'hangup' | 'redirect' | 'dequeued' | 'done'

/** Thrown out of every wait of a scope that has been ended. */
export class Interrupted extends Error {
  readonly why: Why
  constructor(why: Why) {
    super(`interrupted: ${why}`)
    this.why = why
  }
}

/** A stretch of a call's life that can be cut off as a whole: a running document, a wait in a queue, an announcement. */
export type Scope = {
  ended(): Why | null
  end(why: Why): void
  child(): Scope
  /** Waits for `done`; if the scope ends first, the function returned by `start` cleans up and the wait throws. */
  wait<T>(start: (done: (value: T) => void) => (why: Why) => void): Promise<T>
  sleep(ms: number): Promise<void>
  /** Waits for a promise but leaves at once when the scope ends. */
  during<T>(promise: Promise<T>): Promise<T>
}

/** A scope without a parent; it ends when told, and everything that waits in it with it. */
export const createScope = (clock: CarrierClock): Scope => {
  let cause: Why | null = null
  const stops = new Set<(why: Why) => void>()
  const wait: Scope['wait'] = (start) =>
    new Promise((resolve, reject) => {
      if (cause !== null) {
        reject(new Interrupted(cause))
        return
      }
      let finished = false
      let clean: (why: Why) => void = () => undefined
      const stop = (why: Why): void => {
        if (finished) return
        finished = true
        stops.delete(stop)
        clean(why)
        reject(new Interrupted(why))
      }
      stops.add(stop)
      clean = start((value) => {
        if (finished) return
        finished = true
        stops.delete(stop)
        resolve(value)
      })
    })
  const scope: Scope = {
    ended: () => cause,
    end: (why) => {
      if (cause !== null) return
      cause = why
      for (const stop of stops) stop(why)
      stops.clear()
    },
    child: () => {
      const inner = createScope(clock)
      const cut = (why: Why): void => inner.end(why)
      if (cause === null) stops.add(cut)
      else inner.end(cause)
      const end = (why: Why): void => {
        stops.delete(cut)
        inner.end(why)
      }
      return { ...inner, end }
    },
    wait,
    sleep: (ms) =>
      wait<undefined>((done) => {
        const timer = clock.after(ms, () => done(undefined))
        return () => timer.cancel()
      }),
    during: (promise) =>
      new Promise((resolve, reject) => {
        void wait<undefined>((done) => {
          promise.then(
            (value) => {
              done(undefined)
              resolve(value)
            },
            (problem: unknown) => {
              done(undefined)
              reject(problem instanceof Error ? problem : new Error(String(problem)))
            },
          )
          return () => undefined
        }).catch(reject)
      }),
  }
  return scope
}
