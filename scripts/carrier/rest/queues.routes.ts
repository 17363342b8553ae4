import type { Core } from '../core/core.ts'
import { accountPath } from '../core/core.ts'
import { rfc2822, seconds } from '../core/times.ts'
import { averageWait, createQueue, findQueue } from '../queues/queue.machine.ts'
import type { Member, Queue } from '../queues/queue.models.ts'
import { redirectCall } from '../twiml/run-documents.ts'
import { readForm } from './form.ts'
import { page } from './pages.ts'
import { invalid, notFound, RestProblem } from './problem.ts'
import type { RestRequest, RestRoute } from './route.ts'
import { created, ok } from './route.ts'

const queueView = (core: Core, queue: Queue): Record<string, unknown> => {
  const path = accountPath(core, `/Queues/${queue.sid}`)
  return {
    date_updated: rfc2822(queue.updatedAt),
    current_size: queue.members.length,
    friendly_name: queue.friendlyName,
    uri: `${path}.json`,
    account_sid: core.settings.accountSid,
    average_wait_time: averageWait(queue),
    sid: queue.sid,
    date_created: rfc2822(queue.createdAt),
    max_size: queue.maxSize,
    subresource_uris: { members: `${path}/Members.json` },
  }
}

const memberView = (core: Core, queue: Queue, member: Member): Record<string, unknown> => ({
  call_sid: member.call.sid,
  date_enqueued: rfc2822(member.enqueuedAt),
  position: queue.members.indexOf(member) + 1,
  uri: accountPath(core, `/Queues/${queue.sid}/Members/${member.call.sid}.json`),
  wait_time: seconds(member.enqueuedAt, core.clock.now()),
  queue_sid: queue.sid,
})

const find = ({ core, ids, path }: RestRequest): Queue => {
  const queue = core.queues.get(ids[0] ?? '')
  if (queue === undefined) throw notFound(path)
  return queue
}

const findMember = (request: RestRequest): { queue: Queue; member: Member } => {
  const queue = find(request)
  const key = request.ids[1] ?? ''
  const member = key === 'Front' ? queue.members[0] : queue.members.find((one) => one.call.sid === key)
  if (member === undefined) throw notFound(request.path)
  return { queue, member }
}

const nameOf = (name: string): string => {
  if (name.length > 64) throw invalid('FriendlyName is longer than 64 characters.', 22202)
  return name
}

const create = ({ core, body }: RestRequest) => {
  const form = readForm(body, { FriendlyName: 'text', MaxSize: 'integer' })
  const name = nameOf(form.need('FriendlyName', 22201, 'FriendlyName is required.'))
  if (findQueue(core, name) !== null) throw new RestProblem(400, 22003, `A queue named "${name}" already exists.`)
  return created(queueView(core, createQueue(core, name, form.whole('MaxSize', 1, 5000) ?? 1000)))
}

const dequeue = (request: RestRequest) => {
  const { core } = request
  const form = readForm(request.body, { Url: 'url', Method: 'method' })
  const url = form.need('Url', 21205, 'Url is required.')
  const { queue, member } = findMember(request)
  const view = memberView(core, queue, member)
  redirectCall(core, member.call, { url, method: form.method('Method') })
  return ok(view)
}

export const queueRoutes: readonly RestRoute[] = [
  { method: 'POST', path: 'Queues', run: create },
  {
    method: 'GET',
    path: 'Queues',
    run: ({ core, query, path }) =>
      ok(
        page(
          query,
          `${path}.json`,
          'queues',
          [...core.queues.values()].map((queue) => queueView(core, queue)),
        ),
      ),
  },
  { method: 'GET', path: 'Queues/*', run: (request) => ok(queueView(request.core, find(request))) },
  {
    method: 'POST',
    path: 'Queues/*',
    run: (request) => {
      const queue = find(request)
      const form = readForm(request.body, { FriendlyName: 'text', MaxSize: 'integer' })
      queue.friendlyName = nameOf(form.text('FriendlyName') ?? queue.friendlyName)
      queue.maxSize = form.whole('MaxSize', 1, 5000) ?? queue.maxSize
      queue.updatedAt = request.core.clock.now()
      return ok(queueView(request.core, queue))
    },
  },
  {
    method: 'DELETE',
    path: 'Queues/*',
    run: (request) => {
      const queue = find(request)
      if (queue.members.length > 0) throw new RestProblem(400, 22001, 'A queue that is not empty cannot be deleted.')
      request.core.queues.delete(queue.sid)
      return null
    },
  },
  {
    method: 'GET',
    path: 'Queues/*/Members',
    run: (request) => {
      const queue = find(request)
      const rows = queue.members.map((member) => memberView(request.core, queue, member))
      return ok(page(request.query, `${request.path}.json`, 'queue_members', rows))
    },
  },
  {
    method: 'GET',
    path: 'Queues/*/Members/*',
    run: (request) => {
      const { queue, member } = findMember(request)
      return ok(memberView(request.core, queue, member))
    },
  },
  { method: 'POST', path: 'Queues/*/Members/*', run: dequeue },
]
