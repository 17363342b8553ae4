import { cancelRequests } from '../../units/requests.store.ts'
import { endAssignments } from '../../units/assignments.store.ts'
import { chooseUnits } from '../../units/dispatch.rules.ts'
import { newClock, sendToUnits } from '../../units/send-to-units.ts'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'
import { DispatchInput } from './dispatch.input.ts'

const Input = DispatchInput.omit({ limit: true }).extend({ reason: Remark })

/** Sends a ticket to other units (改派) without an objection: the clock runs on. */
export const redispatchTicket = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'redispatch',
  input: Input,
  async decide(context, input) {
    const { tx, actor, now, ticket } = context
    const chosen = chooseUnits(ticket, input, deps)
    await endAssignments(tx, ticket.id, now, 'redispatched')
    await cancelRequests(tx, ticket.id, now, actor.id)
    const clock = ticket.clock ?? newClock(deps, ticket, now)
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
