import { record } from '../../audit/record.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { ticketProblem } from '../tickets.errors.ts'
import { lockTicket, mustFindTicket, saveTicket, type Ticket } from '../tickets.store.ts'
import type { UndoDeps } from './leave-later.ts'
import { leavingNote } from './leaving.view.ts'

/**
 * Takes back an act that has not left yet: whoever may do it may take it back. The ticket is as if nothing had been decided.
 * Throws `ticket.left` where nothing is on its way any more, `ticket.not-found`, `auth.forbidden`, and what the act itself throws.
 */
export const takeBack =
  (deps: UndoDeps) =>
  (actor: StaffActor, ticketId: string): Promise<Ticket> =>
    deps.db.tx(async (tx) => {
      const found = await mustFindTicket(tx, actor, ticketId)
      const ticket = await lockTicket(tx, found.id)
      if (ticket.leaving === null) throw ticketProblem('ticket.left')
      const { action, input, unitId } = ticket.leaving
      await deps.act.checkIn(tx, actor, { ticketId, action, input })
      const after = await saveTicket(tx, ticket, { leaving: null })
      await record(tx, deps, actor, {
        audit: [
          {
            action: 'ticket.takeBack',
            entity: 'ticket',
            entityId: ticket.id,
            before: { act: action, leadUnitId: unitId },
          },
        ],
        live: [leavingNote(after, 'takenBack')],
      })
      return after
    })
