import { endAssignments } from '../../../units/assignments.store.ts'
import { chooseUnits } from '../../../units/dispatch.rules.ts'
import { cancelRequests, decideReturn } from '../../../units/requests.store.ts'
import { newClock, sendToUnits } from '../../../units/send-to-units.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'
import { instruction, leadUnitId, limit, otherUnits } from './sending.fields.ts'

/**
 * Designates who must handle a disputed ticket (指定承办, WF 22): that unit may not return it. An open return is decided with it:
 * rejected when the same unit is designated (the clock runs on), upheld when another is (a new limit starts).
 */
export const designateUnit = defineAct({
  action: 'designate',
  from: ['returnRequested', 'awaitingDispatch'],
  to: 'dispatched',
  roles: dispatchRoles,
  guards: ['matterKnown'],
  tells: ['citizen', 'leadUnit', 'otherUnits'],
  source: 'WF 22',
  key: 'shift+d',
  plan: true,
  fields: {
    leadUnitId: { ...leadUnitId, required: true },
    reason: { ...remark, rows: 2, required: true },
    instruction,
    ...otherUnits,
    limit,
  },
  async decide(context, input, deps) {
    const { tx, actor, now, ticket } = context
    const chosen = chooseUnits(ticket, input, deps)
    const same = ticket.leadUnitId === chosen.lead.id
    await decideReturn(tx, ticket.id, {
      state: same ? 'rejected' : 'upheld',
      at: now,
      by: actor.id,
      note: input.reason,
    })
    // What the unit that had it asked for is not the next one's to get.
    if (!same) await cancelRequests(tx, ticket.id, now, actor.id)
    await endAssignments(tx, ticket.id, now, 'designated')
    const keeps = same && ticket.clock !== null
    const clock = keeps && ticket.clock ? ticket.clock : newClock(deps, ticket, now, input.limit)
    const sent = await sendToUnits(deps, context, chosen, {
      clock,
      coLimit: input.coLimit,
      instruction: input.instruction ?? null,
      designated: true,
      warned: keeps ? ticket.warned : 0,
    })
    return {
      patch: {
        ...sent.patch,
        stateBefore: null,
        ...(keeps ? { dispatchedAt: ticket.dispatchedAt } : { extensionCount: 0 }),
      },
      text: input.reason,
      reason: input.reason,
      data: { ...sent.data, instruction: input.instruction ?? null },
      // A new limit is a new promise; where the same unit keeps its clock, what the citizen was told still holds.
      notice: keeps ? null : { name: 'ticket.dispatched', params: { unit: chosen.lead, due: new Date(clock.dueAt) } },
    }
  },
})
