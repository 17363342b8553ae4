import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
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
    ]),
  ),
})

/** A page of a list that has no other. */
export const page = <T>(items: readonly T[]) => ({ items, next: null })
