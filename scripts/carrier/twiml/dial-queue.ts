import { bridge } from '../calls/bridge.ts'
import { createScope, Interrupted } from '../core/scope.ts'
import { seconds } from '../core/times.ts'
import { openQueue } from '../queues/queue.machine.ts'
import type { Dialled } from './dial-parties.ts'
import type { Element } from './parse.ts'
import type { Running } from './running.ts'
import { addressIn } from './running.ts'

/** `<Dial><Queue>`: takes the first in line, waiting while nobody is; its `url` is played to the caller that waited. */
export const dialQueue = async (running: Running, noun: Element): Promise<Dialled> => {
  const { core, call, scope } = running
  const queue = openQueue(core, noun.text.trim(), 1000)
  if (queue.members.length === 0)
    await scope.wait<undefined>((done) => {
      const taker = (): void => done(undefined)
      queue.takers.push(taker)
      return () => {
        queue.takers = queue.takers.filter((one) => one !== taker)
      }
    })
  const member = queue.members[0]
  if (member === undefined) return { status: 'failed', sid: null, duration: 0, bridged: false }
  const waited = member.call
  const began = core.clock.now()
  return scope.wait<Dialled>((done) => {
    member.take({
      result: 'bridged',
      bridge: (finished) => {
        const connect = (): void =>
          bridge(core, call, waited, () => {
            finished(call.sid)
            done({ status: 'completed', sid: waited.sid, duration: seconds(began, core.clock.now()), bridged: true })
          })
        const url = noun.attributes['url']
        if (url === undefined) {
          connect()
          return
        }
        const params = {
          QueueSid: queue.sid,
          QueueTime: String(seconds(member.enqueuedAt, began)),
          DequeingCallSid: call.sid,
        }
        const method = noun.attributes['method'] === 'GET' ? 'GET' : 'POST'
        const aside = createScope(core.clock)
        waited.onEnd.add((why) => aside.end(why))
        core
          .perform(waited, aside, { url: addressIn(running, url), method }, { use: 'dequeued', params })
          .then(connect, (problem: unknown) => {
            if (!(problem instanceof Interrupted)) core.log.add('error', waited.sid, String(problem))
          })
      },
    })
    return (why) => call.seat?.leave(why)
  })
}
