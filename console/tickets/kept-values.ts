import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import { kept } from '../shared/kept.ts'
import type { Values } from './action-values.ts'

/** What a member of staff wrote into an action sheet and has not sent. */
export const keptValues = (staffId: string, ticketId: string, action: TicketAction) =>
  kept<Values>(staffId, `sheet.${ticketId}.${action}`)
