import type { OutboxNote } from '../../platform/effect.ts'
import type { Tx } from '../../../db/db.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import type { LiveNote } from '../../audit/record.ts'
import type { TicketAction } from '../../vocabulary/ticket.ts'
import type { TicketFacts } from './ticket.rules.ts'
import type { NoticeToSend, TicketNoticeName } from '../../notices/notices.table.ts'
import type { Ticket, TicketPatch } from '../tickets.store.ts'
import type { ActFields, ActInput } from './act-form.types.ts'
import type { TicketAct } from './define-act.ts'

/** What an act sees: the transaction, the ticket as it was found in scope, and the moment. */
export interface ActContext {
  tx: Tx
  actor: Actor
  now: Date
  ticket: Ticket
  facts: TicketFacts
  /** Another act in the same transaction, on the newest state. */
  act<Fields extends ActFields>(
    actor: Actor,
    next: { ticketId: string; act: TicketAct<TicketAction, Fields>; input: ActInput<Fields> },
  ): Promise<Ticket>
}

/** What an act decides; the runner adds state, version, audit and the telling that the machine's table asks for. */
export interface Change {
  patch?: TicketPatch
  /** Leads where the table's `orTo` says instead of its `to`. */
  to?: 'before'
  /** The line in the timeline: what was said, who may see it. */
  text?: string | null
  data?: Record<string, unknown>
  visibility?: 'citizen' | 'unit' | 'hotline'
  reason?: string | null
  /** What the citizen hears of it, by name: the table of notices has when, to whom and the words. The number is filled in. */
  notice?: NoticeToSend<TicketNoticeName> | null
  /** Further acts that follow from this one (closing at once); answers the ticket as it then is. */
  after?: (ticket: Ticket) => Promise<Ticket>
  live?: LiveNote[]
  outbox?: OutboxNote[]
}
