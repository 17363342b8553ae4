import { atUnit, beforeDispatch } from '../../../../vocabulary/ticket.ts'
import { ticketProblem } from '../../../tickets.errors.ts'
import { lockTicket, mergedInto } from '../../../tickets.store.ts'
import { endAssignments } from '../../../units/assignments.store.ts'
import { cancelRequests } from '../../../units/requests.store.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'

/** The citizen takes the request back (撤单). Throws `ticket.has-merged` where others wait for the same answer. */
export const withdrawTicket = defineAct({
  action: 'withdraw',
  from: [...beforeDispatch, ...atUnit, 'returnRequested', 'paused'],
  to: 'withdrawn',
  roles: ['agent', 'supervisor', 'citizen'],
  guards: [],
  tells: ['citizen', 'leadUnit'],
  source: 'default: the citizen’s wish, recorded',
  danger: true,
  key: 'w',
  fields: { reason: { ...remark, required: true } },
  async decide({ tx, actor, now, ticket }, { reason }) {
    await lockTicket(tx, ticket.id)
    if ((await mergedInto(tx, ticket.id)).length > 0) throw ticketProblem('ticket.has-merged')
    await endAssignments(tx, ticket.id, now, 'withdrawn')
    await cancelRequests(tx, ticket.id, now, actor.id)
    return { text: reason, reason, visibility: 'citizen', notice: { name: 'ticket.withdrawn' } }
  },
})
