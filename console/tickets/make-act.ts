import type { TicketDto } from '../../api/tickets/ticket.dto.ts'
import { undoActions, type UndoAction } from '../../api/tickets/undo/undo.rules.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import { actOnTicket, leaveTicket } from './tickets.api.ts'

const mayBeUndone = (action: TicketAction): action is UndoAction => undoActions.some((one) => one === action)

/** Makes an act on a ticket as it was seen; what leaves the house leaves in a moment, so that it may be taken back. */
export const makeAct = (
  id: string,
  { action, ...act }: { action: TicketAction; version: number; input: Record<string, unknown> },
): Promise<TicketDto> =>
  mayBeUndone(action) ? leaveTicket(id, { action, ...act }) : actOnTicket(id, { action, ...act })
