import { isBeforeDispatch } from '../../vocabulary/ticket.ts'
import { dispatchWaitMs, type TicketSettings } from '../ticket.settings.ts'
import type { Ticket } from '../tickets.store.ts'

/** Share of the dispatch wait from which waiting is shown as pressing (the project's own, grade D). */
const amberFrom = 0.5

/**
 * How a ticket waits for its first unit, counted from its receipt: pressing from half the dispatch wait of its urgency on, too long once
 * the whole has passed. Null once a unit has it.
 */
export const waitingOf = (
  settings: TicketSettings,
  { state, danger, urgency, createdAt }: Pick<Ticket, 'state' | 'danger' | 'urgency' | 'createdAt'>,
) => {
  if (!isBeforeDispatch(state)) return null
  const waitMs = dispatchWaitMs(settings, { danger, urgency })
  const after = (share: number) => new Date(createdAt.getTime() + share * waitMs).toISOString()
  return { since: createdAt.toISOString(), amberAt: after(amberFrom), redAt: after(1) }
}
