import { ticketProblem } from '../../tickets.errors.ts'
import { z } from 'zod'
import { endAssignments } from '../../units/assignments.store.ts'
import { cancelRequests } from '../../units/requests.store.ts'
import { openStates } from '../ticket.machine.ts'
import { Remark, TicketId } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import { lockTicket, mustFindTicket, passMergedOn } from '../../tickets.store.ts'

const Input = z.strictObject({ mainTicketId: TicketId, reason: Remark.optional() })

/**
 * Merges a repeated request into the one that is being handled (并单, G66). Its citizen gets the main ticket's answer and is asked
 * as well; what was merged into it before goes along. Throws `ticket.merge-target` unless the main ticket still waits for its answer.
 */
export const mergeTicket: TicketVerb<typeof Input> = {
  action: 'merge',
  input: Input,
  async decide({ tx, actor, now, ticket }, { mainTicketId, reason }) {
    if (mainTicketId === ticket.id) throw ticketProblem('ticket.merge-target')
    const { id: mainId } = await mustFindTicket(tx, actor, mainTicketId)
    // Both stay as they are until this is done, and two that are merged into each other wait in the same order.
    for (const id of [ticket.id, mainId].sort()) await lockTicket(tx, id)
    const main = await mustFindTicket(tx, actor, mainId)
    if (!openStates.includes(main.state) || main.state === 'awaitingFollowUp')
      throw ticketProblem('ticket.merge-target', undefined, { state: main.state })
    await endAssignments(tx, ticket.id, now, 'merged')
    await cancelRequests(tx, ticket.id, now, actor.id)
    await passMergedOn(tx, ticket.id, main.id)
    return {
      patch: { mainTicketId: main.id },
      text: reason ?? null,
      data: { mainTicketId: main.id },
      // Only who made the main request as well can ask for it by its number.
      citizenText: {
        template: 'ticket.merged',
        params: main.citizenId === ticket.citizenId ? { main: main.number } : {},
      },
    }
  },
}
