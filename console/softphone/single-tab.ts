import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** `mine`: this tab has the softphone. `elsewhere`: another tab or window of this browser has it and this one shows state only. */
export type TabRole = 'asking' | 'mine' | 'elsewhere'

/**
 * One softphone per agent and browser: closing one of two tabs would reject the call that rings in the other. The tab that holds the lock
 * has it; `take` brings it here, which the other tab notices. Plain http on another host has no locks: there every tab has its own.
 */
export const createSingleTab = (name: string): { role: Accessor<TabRole>; take: () => void } => {
  if (!('locks' in navigator)) return { role: () => 'mine', take: () => {} }
  const [role, setRole] = createSignal<TabRole>('asking')
  const stop = new AbortController()
  let release = () => {}
  let queued = false
  onCleanup(() => {
    stop.abort()
    release()
  })
  const hold = () => {
    setRole('mine')
    return new Promise<void>((resolve) => (release = resolve))
  }
  const lost = () => {
    if (stop.signal.aborted) return
    setRole('elsewhere')
    queue()
  }
  const queue = () => {
    if (queued) return
    queued = true
    navigator.locks
      .request(name, { signal: stop.signal }, () => {
        queued = false
        return hold()
      })
      .catch(lost)
  }
  void navigator.locks.query().then(({ held = [] }) => {
    if (role() === 'asking' && held.some((lock) => lock.name === name)) setRole('elsewhere')
  })
  queue()
  return { role, take: () => void navigator.locks.request(name, { steal: true }, hold).catch(lost) }
}
