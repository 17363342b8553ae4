import { withAccused } from '../../../units/accused.store.ts'
import { chooseUnits } from '../../../units/dispatch.rules.ts'
import { newClock, sendToUnits } from '../../../units/send-to-units.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'
import { instruction, leadUnitId, limit, otherUnits } from './sending.fields.ts'

/**
 * Dispatches a ticket (派单): lead, co-handling and copied units, and the limit with its legal basis, which starts now (BJ 11–13).
 * Throws `ticket.unit-unresolved`, `ticket.unit-unknown`, `ticket.unit-excluded`, `ticket.limit-missing`,
 * `ticket.sub-limit-late`.
 */
export const dispatchTicket = defineAct({
  action: 'dispatch',
  from: ['accepted', 'awaitingDispatch'],
  to: 'dispatched',
  roles: [...dispatchRoles, 'system'],
  guards: ['matterKnown'],
  tells: ['citizen', 'leadUnit', 'otherUnits'],
  source: 'BJ 11–13',
  primaryIn: { accepted: 2, awaitingDispatch: 1 },
  key: 'd',
  plan: true,
  fields: { leadUnitId, instruction, ...otherUnits, limit },
  async decide(context, input, deps) {
    const { tx, ticket, now, actor } = context
    const chosen = chooseUnits(await withAccused(tx, ticket), input, deps)
    const clock = newClock(deps, ticket, { at: now, chosen: input.limit })
    const sent = await sendToUnits(deps, context, chosen, {
      clock,
      coLimit: input.coLimit,
      instruction: input.instruction ?? null,
      designated: false,
      warned: 0,
    })
    return {
      patch: {
        ...sent.patch,
        acceptedAt: ticket.acceptedAt ?? now,
        decidedBy: actor.kind === 'staff' ? 'person' : 'threshold',
        extensionCount: 0,
      },
      visibility: 'citizen',
      data: sent.data,
      notice: { name: 'ticket.dispatched', params: { unit: chosen.lead, due: new Date(clock.dueAt) } },
    }
  },
})
