import { z } from 'zod'
import { kinds, urgencies } from '../../vocabulary/catalogue.ts'
import { UnitId } from '../life/ticket.input.ts'
import { channels } from '../../vocabulary/contact.ts'
import { clockedStates, openStates, ticketStates, type TicketState } from '../../vocabulary/ticket.ts'
import { momentText } from '../../platform/words.ts'

/** Saved views: what a desk works on. `unit` and its like are narrowed to the reader's own scope anyway. */
export const views = [
  'all',
  'open',
  'intake',
  'dispatch',
  'unit',
  'review',
  'followUp',
  'danger',
  'overdue',
  'dueSoon',
  'supervised',
  'closed',
] as const
export type View = (typeof views)[number]

/** @internal exported for its test */
export const sorts = ['clock', 'updated', 'created'] as const
export type Sort = (typeof sorts)[number]

/** `a,b` or repeated parameters. */
const listOf = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? given.split(',').filter((part) => part !== '') : given),
    z.array(value).max(40),
  )

/** The filters of a ticket list, as they stand in the address of the page. */
export const TicketQuery = z.strictObject({
  view: z.enum(views).default('all'),
  state: listOf(z.enum(ticketStates)).optional(),
  /** Tickets whose lead unit lies in this unit's subtree now. */
  unit: UnitId.optional(),
  district: UnitId.optional(),
  street: UnitId.optional(),
  /** A matter or a branch of the catalogue. */
  matter: z.string().max(100).optional(),
  kind: listOf(z.enum(kinds)).optional(),
  urgency: listOf(z.enum(urgencies)).optional(),
  channel: listOf(z.enum(channels)).optional(),
  due: z.enum(['overdue', 'soon']).optional(),
  /** A ticket number, words of the request, or, in a body only, a citizen's whole telephone number. */
  q: z.string().trim().max(200).optional(),
  from: momentText.optional(),
  to: momentText.optional(),
  sort: z.enum(sorts).default('clock'),
  cursor: z.string().max(400).optional(),
  size: z.coerce.number().int().min(1).max(100).default(50),
})
export type TicketQuery = z.output<typeof TicketQuery>

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
