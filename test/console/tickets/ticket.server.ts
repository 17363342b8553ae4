import type { TicketDto, TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { fakeServer } from '../../support/fake-server.ts'
import { changfeng, putuo } from './ticket.sample.ts'

const rest = { aliases: [], active: true, dutyPhone: null, lat: null, lon: null }

/** The units of the little city of these tests: a district, and a street under it. */
export const units = [
  { ...putuo, ...rest, parentId: null },
  { ...changfeng, ...rest, parentId: putuo.id },
]

/** What a page asks for that has a ticket open: itself and what stands beside it. */
export const ticketAnswers = (...tickets: readonly TicketDto[]): Record<string, () => unknown> => ({
  'GET /api/units': () => ({ items: units }),
  'GET /api/matters': () => ({ items: [] }),
  ...Object.fromEntries(
    tickets.flatMap((ticket) => [
      [`GET /api/tickets/${ticket.id}`, () => ticket],
      [`GET /api/tickets/${ticket.id}/timeline`, () => ({ items: [], next: null })],
      [`GET /api/tickets/${ticket.id}/alike`, () => ({ items: [] })],
    ]),
  ),
})

/** A page of a list that has no other. */
export const page = <T>(items: readonly T[]) => ({ items, next: null })

/** An act is made at once, or leaves in a moment where it may be taken back. */
const actPaths = (id: string) => [`POST /api/tickets/${id}/actions`, `POST /api/tickets/${id}/leaving`]

/** The server of a desk that has these tickets in its list; an act answers the ticket's next version. */
export const deskServer = (tickets: readonly TicketDto[], more: Parameters<typeof fakeServer>[0] = {}) => {
  let listed: readonly TicketListItem[] = tickets
  const server = fakeServer({
    ...ticketAnswers(...tickets),
    'GET /api/tickets': () => page(listed),
    'POST /api/tickets/search': () => page(listed),
    'GET /api/tickets/counts': () => ({ bound: 1000, counts: {} }),
    ...Object.fromEntries(
      tickets.flatMap((ticket) =>
        actPaths(ticket.id).map((path) => [path, () => ({ ...ticket, version: ticket.version + 1 })]),
      ),
    ),
    ...more,
  })
  return {
    ...server,
    /** What the list holds from now on. */
    list: (next: readonly TicketListItem[]) => (listed = next),
    /** How the server answers an act from now on. */
    onAct: (id: string, answer: () => unknown) => actPaths(id).forEach((path) => (server.answers[path] = answer)),
    /** What was sent to act on a ticket. */
    acts: (id: string) => actPaths(id).flatMap((path) => server.bodies(path)),
  }
}
