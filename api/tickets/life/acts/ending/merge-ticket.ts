import { atUnit, beforeDispatch, openStates } from '../../../../vocabulary/ticket.ts'
import { isAccused } from '../../../../vocabulary/accused.ts'
import { ticketProblem } from '../../../tickets.errors.ts'
import { lockTicket, mustFindTicket, passMergedOn } from '../../../tickets.store.ts'
import { renewUnitSearch } from '../../../privacy/unit-search.ts'
import { accusedIn, holdersOf } from '../../../units/accused.store.ts'
import { endAssignments } from '../../../units/assignments.store.ts'
import { cancelRequests } from '../../../units/requests.store.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/**
 * Merges a repeated request into the one that is being handled (并单, G66). Its citizen gets the main ticket's answer and is asked
 * as well; what was merged into it before goes along. Throws `ticket.merge-target` unless the main ticket still waits for its answer, and
 * `ticket.merge-excluded` where a unit that has one of the two is accused by the other (JN 32).
 */
export const mergeTicket = defineAct({
  action: 'merge',
  from: [...beforeDispatch, ...atUnit],
  to: 'merged',
  roles: ['agent', ...dispatchRoles],
  guards: [],
  tells: ['citizen', 'leadUnit'],
  source: 'G66',
  danger: true,
  key: 'm',
  fields: { mainTicketId: { kind: 'ticket', required: true, hint: true }, reason: { ...remark, rows: 2 } },
  async decide({ tx, actor, now, ticket }, { mainTicketId, reason }) {
    if (mainTicketId === ticket.id) throw ticketProblem('ticket.merge-target')
    const { id: mainId } = await mustFindTicket(tx, actor, mainTicketId)
    // Both stay as they are until this is done, and two that are merged into each other wait in the same order.
    for (const id of [ticket.id, mainId].sort()) await lockTicket(tx, id)
    const main = await mustFindTicket(tx, actor, mainId)
    if (!openStates.includes(main.state) || main.state === 'awaitingFollowUp')
      throw ticketProblem('ticket.merge-target', undefined, { state: main.state })
    const accused = [...(await accusedIn(tx, ticket.id)), ...(await accusedIn(tx, main.id))]
    const holders = accused.length === 0 ? [] : await holdersOf(tx, [ticket.id, main.id])
    if (holders.some((unitPath) => isAccused(accused, unitPath))) throw ticketProblem('ticket.merge-excluded')
    await endAssignments(tx, ticket.id, now, 'merged')
    await cancelRequests(tx, ticket.id, now, actor.id)
    await passMergedOn(tx, ticket.id, main.id)
    return {
      patch: { mainTicketId: main.id },
      text: reason ?? null,
      data: { mainTicketId: main.id },
      after: async (merged) => {
        await renewUnitSearch(tx, [main.id])
        return merged
      },
      // Only who made the main request as well can ask for it by its number.
      notice: {
        name: 'ticket.merged',
        params: main.citizenId === ticket.citizenId ? { main: main.number } : {},
      },
    }
  },
})
