import { createSignal, onCleanup, type Accessor } from 'solid-js'
import { serverNow } from './server-time.ts'

const clocks = new Map<number, { now: Accessor<number>; users: number; timer: ReturnType<typeof setInterval> }>()

/** A ticking clock, ms since 1970 by the server's time. All users of one period share one interval, which stops with the last. */
export const createNow = (period = 1000): Accessor<number> => {
  const clock = clocks.get(period) ?? start(period)
  clock.users += 1
  onCleanup(() => {
    clock.users -= 1
    if (clock.users > 0) return
    clearInterval(clock.timer)
    clocks.delete(period)
  })
  return clock.now
}

const start = (period: number) => {
  const [now, setNow] = createSignal(serverNow())
  const clock = { now, users: 0, timer: setInterval(() => setNow(serverNow()), period) }
  clocks.set(period, clock)
  return clock
}
