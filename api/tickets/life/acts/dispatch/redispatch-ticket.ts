import { atUnit } from '../../../../vocabulary/ticket.ts'
import { withAccused } from '../../../units/accused.store.ts'
import { endAssignments } from '../../../units/assignments.store.ts'
import { chooseOthers } from '../../../units/dispatch.rules.ts'
import { cancelRequests } from '../../../units/requests.store.ts'
import { newClock, sendToUnits } from '../../../units/send-to-units.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'
import { instruction, leadUnitId, otherUnits } from './sending.fields.ts'

/**
 * Sends a ticket to other units (改派) without an objection: the clock runs on. Helpers come and go by acts of their own, which leave the lead
 * unit alone. Throws `ticket.unit-leads`, `ticket.unit-unresolved`, `ticket.unit-unknown`, `ticket.unit-excluded`, `ticket.sub-limit-late`.
 */
export const redispatchTicket = defineAct({
  action: 'redispatch',
  from: atUnit,
  to: 'dispatched',
  roles: dispatchRoles,
  guards: [],
  tells: ['leadUnit', 'otherUnits'],
  source: 'BJ 12',
  key: 'd',
  plan: true,
  fields: { leadUnitId, reason: { ...remark, rows: 2, required: true }, instruction, ...otherUnits },
  async decide(context, input, deps) {
    const { tx, actor, now, ticket } = context
    const chosen = chooseOthers(await withAccused(tx, ticket), input, deps)
    await endAssignments(tx, ticket.id, now, 'redispatched')
    await cancelRequests(tx, ticket.id, now, actor.id)
    const clock = ticket.clock ?? newClock(deps, ticket, { at: now })
    const sent = await sendToUnits(deps, context, chosen, {
      clock,
      coLimit: input.coLimit,
      instruction: input.instruction ?? null,
      designated: false,
      warned: ticket.warned,
    })
    return {
      patch: { ...sent.patch, ...(ticket.clock ? { dispatchedAt: ticket.dispatchedAt } : {}) },
      text: input.reason,
      reason: input.reason,
      data: { ...sent.data, instruction: input.instruction ?? null },
    }
  },
})
