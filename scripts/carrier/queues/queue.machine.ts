import type { Call } from '../calls/call.models.ts'
import type { Core } from '../core/core.ts'
import { seconds } from '../core/times.ts'
import type { Member, Queue } from './queue.models.ts'

/** The queue of this SID or friendly name. */
export const findQueue = (core: Core, name: string): Queue | null => {
  const bySid = core.queues.get(name)
  if (bySid !== undefined) return bySid
  for (const queue of core.queues.values()) if (queue.friendlyName === name) return queue
  return null
}

/** An empty queue of this name. */
export const createQueue = (core: Core, friendlyName: string, maxSize: number): Queue => {
  const now = core.clock.now()
  const queue: Queue = {
    sid: core.random.sid('QU'),
    friendlyName,
    maxSize,
    createdAt: now,
    updatedAt: now,
    members: [],
    takers: [],
    waits: [],
  }
  core.queues.set(queue.sid, queue)
  return queue
}

/** The queue of this name, created when there is none, as `<Enqueue>` does. */
export const openQueue = (core: Core, name: string, maxSize: number): Queue =>
  findQueue(core, name) ?? createQueue(core, name, maxSize)

/** Average time waited, seconds, over the last hundred members that left. */
export const averageWait = (queue: Queue): number =>
  queue.waits.length === 0 ? 0 : Math.round(queue.waits.reduce((sum, wait) => sum + wait, 0) / queue.waits.length)

/** A call's place in the queue, from 1; 0 when it is not in it. */
const positionOf = (queue: Queue, call: Call): number => queue.members.findIndex((member) => member.call === call) + 1

/** The parameters of a wait document's request. */
export const waitParams = (core: Core, queue: Queue, call: Call): Record<string, string> => {
  const member = queue.members.find((one) => one.call === call)
  return {
    QueueSid: queue.sid,
    QueuePosition: String(positionOf(queue, call)),
    QueueTime: String(seconds(member?.enqueuedAt ?? core.clock.now(), core.clock.now())),
    AvgQueueTime: String(averageWait(queue)),
    CurrentQueueSize: String(queue.members.length),
    MaxQueueSize: String(queue.maxSize),
  }
}

const announce = (core: Core, queue: Queue): void =>
  core.log.add('state', queue.sid, `queue ${queue.friendlyName}: ${queue.members.length} waiting`)

/** A caller joins at the end; whoever waits for one in `<Dial><Queue>` takes it. */
export const enter = (core: Core, queue: Queue, member: Member): void => {
  queue.members.push(member)
  queue.updatedAt = core.clock.now()
  announce(core, queue)
  queue.takers.shift()?.()
}

/** Takes a call out of its queue and remembers how long it waited, for the average. */
export const remove = (core: Core, queue: Queue, call: Call): void => {
  const index = queue.members.findIndex((member) => member.call === call)
  const member = queue.members[index]
  if (member === undefined) return
  queue.members.splice(index, 1)
  queue.updatedAt = core.clock.now()
  queue.waits.push(seconds(member.enqueuedAt, core.clock.now()))
  if (queue.waits.length > 100) queue.waits.shift()
  announce(core, queue)
}
