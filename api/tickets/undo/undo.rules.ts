import type { TicketAction } from '../../vocabulary/ticket.ts'
import type { Ticket } from '../tickets.store.ts'

/** How long an act that leaves the house may be taken back, ms (the project's own, grade D). */
export const undoMs = 8_000

/** Acts that may be taken back for a moment: they hand a ticket to units, and tell them and the citizen so. */
export const undoActions = ['dispatch', 'redispatch', 'designate'] as const satisfies readonly TicketAction[]
export type UndoAction = (typeof undoActions)[number]

/** Danger and what is critical wait for nobody's second thoughts: such a ticket is sent at once. */
export const leavesAtOnce = ({ danger, urgency }: Pick<Ticket, 'danger' | 'urgency'>): boolean =>
  danger !== null || urgency === 'critical'

/**
 * What a decision to send a ticket rests on. Where it changed before the act left, the decision was about another ticket. Danger and
 * urgency are not in it: more of them must not hold a ticket up, and the limit follows them by itself.
 */
export const groundOf = ({
  state,
  kind,
  matterCode,
  districtId,
  streetId,
  respondentUnitId,
  leadUnitId,
}: Pick<
  Ticket,
  'state' | 'kind' | 'matterCode' | 'districtId' | 'streetId' | 'respondentUnitId' | 'leadUnitId'
>): string => JSON.stringify([state, kind, matterCode, districtId, streetId, respondentUnitId, leadUnitId])
