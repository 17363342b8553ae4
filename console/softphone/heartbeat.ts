import { createEffect, createMemo, onCleanup, type Accessor } from 'solid-js'
import { beat, type Presence } from './softphone.api.ts'

/** Tells the server every 15 s, and whenever the page is looked at again, that this console is alive; hands on what the server believes. */
export const createHeartbeat = (alive: Accessor<boolean>, onAnswer: (presence: Presence | null) => void): void => {
  const beats = createMemo(alive)
  createEffect(() => {
    if (!beats()) return
    const tell = () =>
      void beat()
        .then(onAnswer)
        .catch(() => {}) // the next one follows; a line that is down is shown by the live stream
    const worker = new Worker(new URL('./heartbeat.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', tell)
    const look = () => document.visibilityState === 'visible' && tell()
    document.addEventListener('visibilitychange', look)
    onCleanup(() => {
      worker.terminate()
      document.removeEventListener('visibilitychange', look)
    })
  })
}
