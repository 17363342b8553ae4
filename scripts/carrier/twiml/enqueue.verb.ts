import { callParams } from '../calls/call.events.ts'
import { hear } from '../calls/hear.ts'
import { report } from '../core/report.ts'
import { Interrupted } from '../core/scope.ts'
import type { Why } from '../core/scope.ts'
import { seconds } from '../core/times.ts'
import type { MemberOut, QueueResult } from '../queues/queue.models.ts'
import { enter, openQueue, remove, waitParams } from '../queues/queue.machine.ts'
import type { Element } from './parse.ts'
import type { Next, Running } from './running.ts'
import { actionOf, addressIn, count, goOn } from './running.ts'

const minimumLoopMs = 500

/**
 * `<Enqueue>`: the caller waits, hearing the wait document again and again, until somebody takes it out. `action` is
 * asked once: at once when redirected, left or hung up, after the talk when bridged.
 */
export const enqueue = async (running: Running, element: Element): Promise<Next> => {
  const { core, call, scope } = running
  const { attributes } = element
  const queue = openQueue(core, element.text.trim(), count(attributes['maxQueueSize'], 1000))
  const action = actionOf(running, element, false)
  const wait = attributes['waitUrl'] === undefined ? null : addressIn(running, attributes['waitUrl'])
  const method = attributes['waitUrlMethod'] === 'GET' ? 'GET' : 'POST'
  const since = core.clock.now()
  const params = (result: QueueResult): Record<string, string> => ({
    QueueResult: result,
    QueueSid: queue.sid,
    QueueTime: String(seconds(since, core.clock.now())),
  })
  const tell = (result: QueueResult): void => {
    if (action !== null && action.url !== null)
      report(
        core,
        call.sid,
        { url: action.url, method: action.method },
        { ...callParams(core, call), ...params(result) },
      )
  }
  const after = (result: QueueResult): Next =>
    action === null ? goOn : { to: 'document', source: action, params: params(result) }
  if (queue.members.length >= queue.maxSize) return after('queue-full')
  const music = scope.child()
  const playWaiting = async (): Promise<QueueResult | null> => {
    if (wait === null) {
      hear(core, call, { kind: 'music', text: '♪' })
      return null
    }
    for (;;) {
      const began = core.clock.now()
      const source = { url: wait, method } as const
      const end = await core.perform(call, music, source, { use: 'queue', params: waitParams(core, queue, call) })
      if (end === 'left') return 'leave'
      if (end === 'hangup') return 'hangup'
      if (end === 'failed') return 'error'
      // A document that says nothing is not asked for again without pause.
      if (core.clock.now() - began < minimumLoopMs) await music.sleep(minimumLoopMs)
    }
  }
  const out = await scope.wait<MemberOut>((done) => {
    const leaveWith = (taken: MemberOut): void => {
      remove(core, queue, call)
      music.end('dequeued')
      done(taken)
    }
    enter(core, queue, { call, enqueuedAt: since, take: leaveWith })
    playWaiting().then(
      (result) => {
        if (result !== null) leaveWith({ result })
      },
      (problem: unknown) => {
        if (!(problem instanceof Interrupted)) leaveWith({ result: 'error' })
      },
    )
    return (why: Why) => {
      remove(core, queue, call)
      music.end(why)
      tell(why === 'hangup' ? 'hangup' : 'redirected')
    }
  })
  if (out.result === 'hangup') return { to: 'hangup' }
  if (out.bridge === undefined) return after(out.result)
  const bridge = out.bridge
  const dequeuing = await scope.wait<string>((done) => {
    bridge(done)
    return (why) => {
      call.seat?.leave(why)
      tell(why === 'hangup' ? 'bridged' : 'redirected-from-bridged')
    }
  })
  const next = after('bridged')
  return next.to === 'document' ? { ...next, params: { ...next.params, DequeingCallSid: dequeuing } } : next
}
