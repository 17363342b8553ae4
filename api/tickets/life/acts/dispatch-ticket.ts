import { unitParams } from '../citizen-params.ts'
import { chooseUnits } from '../../units/dispatch.rules.ts'
import { newClock, sendToUnits } from '../../units/send-to-units.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'
import { DispatchInput } from './dispatch.input.ts'

/**
 * Dispatches a ticket (派单): lead, co-handling and copied units, and the limit with its legal basis, which starts now (BJ 11–13).
 * Throws `ticket.unit-unresolved`, `ticket.unit-unknown`, `ticket.unit-excluded`, `ticket.limit-missing`,
 * `ticket.sub-limit-late`.
 */
export const dispatchTicket = (deps: VerbDeps): TicketVerb<typeof DispatchInput> => ({
  action: 'dispatch',
  input: DispatchInput,
  async decide(context, input) {
    const { ticket, now, actor } = context
    const chosen = chooseUnits(ticket, input, deps)
    const clock = newClock(deps, ticket, now, input.limit)
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
      citizenText: { template: 'ticket.dispatched', params: { ...unitParams(chosen.lead), due: clock.dueAt } },
    }
  },
})
