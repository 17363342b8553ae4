import { kinds, urgencies } from '../../api/vocabulary/catalogue.ts'
import { channels } from '../../api/vocabulary/contact.ts'
import { ticketStates } from '../../api/vocabulary/ticket.ts'
import { sorts, views } from '../../api/vocabulary/ticket-list.ts'
import type { TicketListQuery } from './tickets.api.ts'
import { choiceParam, listParam, searchParam, textParam, type UrlValues } from '../shared/url-state.models.ts'

/** The choices of each list filter, in the order shown. */
export const filterChoices = { state: ticketStates, kind: kinds, urgency: urgencies, channel: channels } as const

/** What of the list stands in the address. Dates are days of the city, `YYYY-MM-DD`, the last one included. */
export const listSchema = {
  view: choiceParam(views, 'open'),
  q: searchParam(),
  sort: choiceParam(sorts, 'clock'),
  state: listParam(ticketStates),
  kind: listParam(kinds),
  urgency: listParam(urgencies),
  channel: listParam(channels),
  matter: textParam(),
  unit: textParam(),
  from: textParam(),
  to: textParam(),
}
export type ListFilters = UrlValues<typeof listSchema>

/** The city's time: where its days begin. */
const cityOffset = '+08:00'
const dayMs = 86_400_000
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** The order a list stands in: of what was searched for the newest first, unless by the last change. */
export const sortOf = ({ q, sort }: Pick<ListFilters, 'q' | 'sort'>): ListFilters['sort'] =>
  q.trim() !== '' && sort === 'clock' ? 'created' : sort

/** The query of a list; what is not set is left out. */
export const toListQuery = (filters: ListFilters): TicketListQuery => {
  const { view, q, state, kind, urgency, channel, matter, unit, from, to } = filters
  const start = (day: string, plus = 0) => new Date(Date.parse(`${day}T00:00:00${cityOffset}`) + plus).toISOString()
  const wanted: Record<string, string> = {
    view,
    sort: sortOf(filters),
    q: q.trim(),
    state: state.join(','),
    kind: kind.join(','),
    urgency: urgency.join(','),
    channel: channel.join(','),
    matter,
    unit,
    from: isDay(from) ? start(from) : '',
    to: isDay(to) ? start(to, dayMs) : '',
  }
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''))
}

export const noFilters: Partial<ListFilters> = {
  q: '',
  state: [],
  kind: [],
  urgency: [],
  channel: [],
  matter: '',
  unit: '',
  from: '',
  to: '',
}

/** Whether anything narrows the view. */
export const isFiltered = ({ view: _view, sort: _sort, ...filters }: ListFilters): boolean =>
  Object.values(filters).some((value) => value.length > 0)
