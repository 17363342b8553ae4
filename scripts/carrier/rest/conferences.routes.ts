import { endRoom, connected } from '../conferences/conference.machine.ts'
import { reportRoom } from '../conferences/conference.events.ts'
import { announceTo } from '../conferences/announce.ts'
import type { Conference } from '../conferences/conference.models.ts'
import { conferenceView } from '../conferences/conference.view.ts'
import { read } from '../calls/call.view.ts'
import { readForm } from './form.ts'
import { onlyQuery, page } from './pages.ts'
import { invalid, notFound, RestProblem } from './problem.ts'
import type { RestRequest, RestRoute } from './route.ts'
import { ok } from './route.ts'

const find = ({ core, ids, path }: RestRequest): Conference => {
  const room = core.conferences.get(ids[0] ?? '')
  if (room === undefined) throw notFound(path)
  return room
}

const list = ({ core, query, path }: RestRequest) => {
  onlyQuery(query, [
    'FriendlyName',
    'Status',
    'DateCreated',
    'DateCreated<',
    'DateCreated>',
    'DateUpdated',
    'DateUpdated<',
    'DateUpdated>',
  ])
  const status = query.get('Status')
  if (status !== null && !['init', 'in-progress', 'completed'].includes(status))
    throw invalid(`Invalid Status: ${status}`)
  const name = query.get('FriendlyName')
  const rows = [...core.conferences.values()]
    .filter((room) => name === null || room.friendlyName === name)
    .map((room) => read(core, room, (one) => conferenceView(core, one)))
    .filter((room) => status === null || room['status'] === status)
    .toReversed()
  return ok(page(query, `${path}.json`, 'conferences', rows))
}

const update = (request: RestRequest) => {
  const { core } = request
  const room = find(request)
  const form = readForm(request.body, {
    Status: { oneOf: ['completed'] },
    AnnounceUrl: 'url',
    AnnounceMethod: 'method',
  })
  if (room.status === 'completed') throw new RestProblem(400, 20001, 'The conference has ended.')
  const announcement = form.target('AnnounceUrl', 'AnnounceMethod')
  if (announcement !== null)
    announceTo(core, room, connected(room), announcement, (fine) =>
      reportRoom(core, room, 'announcement', fine ? 'announcement-end' : 'announcement-fail', {
        extra: {
          AnnounceUrl: announcement.url,
          ...(fine ? {} : { ReasonAnnouncementFailed: 'the document could not be played' }),
        },
      }),
    )
  if (form.text('Status') === 'completed') endRoom(core, room, 'conference-ended-via-api', null)
  return ok(conferenceView(core, room))
}

export const conferenceRoutes: readonly RestRoute[] = [
  { method: 'GET', path: 'Conferences', run: list },
  {
    method: 'GET',
    path: 'Conferences/*',
    run: (request) => ok(read(request.core, find(request), (room) => conferenceView(request.core, room))),
  },
  { method: 'POST', path: 'Conferences/*', run: update },
]
