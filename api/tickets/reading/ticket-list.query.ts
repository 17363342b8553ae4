import { pageQuery } from '../../platform/page.ts'
import { z } from 'zod'
import { kinds, urgencies } from '../../vocabulary/catalogue.ts'
import { UnitId } from '../life/ticket.input.ts'
import { channels } from '../../vocabulary/contact.ts'
import { clockedStates, openStates, ticketStates, type TicketState } from '../../vocabulary/ticket.ts'
import { sorts, views, type View } from '../../vocabulary/ticket-list.ts'
import { momentText } from '../../platform/words.ts'

/** `a,b` or repeated parameters; the document shows the list, for what stands before the check has no shape of its own. */
const listOf = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z
    .preprocess(
      (given) => (typeof given === 'string' ? given.split(',').filter((part) => part !== '') : given),
      z.array(z.enum(options)).max(40),
    )
    .meta({ type: 'array', maxItems: 40, items: { type: 'string', enum: [...options] } })

/** The filters of a ticket list, as they stand in the address of the page. */
export const TicketQuery = z.strictObject({
  view: z.enum(views).default('all').describe('A saved view: what a desk works on'),
  state: listOf(ticketStates).optional().describe('In one of these states'),
  unit: UnitId.optional().describe('Whose lead unit is this one or below it now'),
  district: UnitId.optional().describe('About a place in this district'),
  street: UnitId.optional().describe('About a place in this street'),
  matter: z.string().max(100).optional().describe('Of this matter or branch of the catalogue'),
  kind: listOf(kinds).optional().describe('Of one of these kinds'),
  urgency: listOf(urgencies).optional().describe('Of one of these urgencies'),
  channel: listOf(channels).optional().describe('That came by one of these channels'),
  due: z.enum(['overdue', 'soon']).optional().describe('Whose limit has passed, or ends within a day'),
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('A ticket number, words of the request, or, in a body only, a citizen’s whole telephone number'),
  from: momentText.optional().describe('Opened not before'),
  to: momentText.optional().describe('Opened before'),
  sort: z.enum(sorts).default('clock').describe('By limit, last change or opening'),
  ...pageQuery(50, 100),
})
export type TicketQuery = z.output<typeof TicketQuery>

/** What decides which tickets are in a list. */
export type TicketFilter = Omit<TicketQuery, 'cursor' | 'size' | 'sort'>

/** Hours ahead that count as due soon. */
export const soonHours = 24

/** The states of a view; null: any. */
export const viewStates: Readonly<Record<View, readonly TicketState[] | null>> = {
  all: null,
  open: openStates,
  intake: ['received', 'accepted'],
  dispatch: ['awaitingDispatch', 'returnRequested'],
  unit: ['dispatched', 'handling', 'returnRequested', 'paused'],
  review: ['answered'],
  followUp: ['awaitingFollowUp'],
  danger: openStates,
  overdue: clockedStates,
  dueSoon: clockedStates,
  supervised: openStates,
  closed: ['closed'],
}
