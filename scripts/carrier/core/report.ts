import type { Endpoint } from './endpoint.ts'
import type { Core } from './core.ts'

type Held = { send: () => void }
const waiting = new WeakMap<Core, Held[]>()

const flush = (core: Core): void => {
  const held = waiting.get(core) ?? []
  waiting.set(core, [])
  for (const one of held) one.send()
}

/**
 * Sends an event callback on its way and returns at once: events leave in order but travel separately.
 * An answer of 4xx or 5xx is warning 15003. Faults of the group "callback" strike here.
 */
export const report = (core: Core, about: string, target: Endpoint, params: Record<string, string>): void => {
  const { faults, clock, random, log } = core
  const token = random.uuid()
  const send = (withToken: string): void => {
    void core.deliver({ ...target, params, purpose: 'event', about }, withToken).then((outcome) => {
      if (!outcome.ok)
        log.add('warning', about, `callback failed: ${outcome.message}`, { url: target.url }, outcome.code)
      else if (outcome.answer.status >= 400)
        log.add('warning', about, `status callback answered ${outcome.answer.status}`, { url: target.url }, 15003)
    })
  }
  if (faults.take('missing', target.url) !== null) {
    log.add('fault', about, `callback not sent: ${target.url}`, { params })
    return
  }
  const late = faults.take('late', target.url)
  if (late !== null) {
    log.add('fault', about, `callback ${late.ms} ms late: ${target.url}`)
    clock.after(late.ms, () => send(token))
    return
  }
  const reorder = faults.take('reorder', target.url)
  if (reorder !== null) {
    log.add('fault', about, `callback held back behind the next one: ${target.url}`)
    let sent = false
    const release = (): void => {
      if (!sent) send(token)
      sent = true
    }
    waiting.set(core, [...(waiting.get(core) ?? []), { send: release }])
    clock.after(reorder.ms, release)
    return
  }
  send(token)
  flush(core)
  const twice = faults.take('duplicate', target.url) ?? faults.take('duplicate-new-token', target.url)
  if (twice !== null) {
    log.add('fault', about, `callback sent twice: ${target.url}`)
    clock.after(twice.ms, () => send(twice.kind === 'duplicate' ? token : random.uuid()))
  }
}
