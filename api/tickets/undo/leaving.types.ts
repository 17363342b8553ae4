import type { LimitUnit } from '../../vocabulary/catalogue.ts'
import type { TicketAction } from '../../vocabulary/ticket.ts'

/** An act that was decided and leaves the house when its window for second thoughts closes. As stored with the ticket; instants are ISO 8601 in UTC. */
export interface Leaving {
  /** Tells this try from an earlier one that was taken back. */
  key: string
  action: TicketAction
  /** As the act takes it, with the lead unit that the person was told. */
  input: Record<string, unknown>
  by: { id: string; name: string }
  at: string
  /** When it leaves. */
  leavesAt: string
  /** What the person was told: the unit and its limit. */
  unitId: string
  limit: { value: number; unit: LimitUnit; dueAt: string }
  /** What the decision rests on: see `groundOf`. */
  ground: string
}
