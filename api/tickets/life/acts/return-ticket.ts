import { z } from 'zod'
import { leadOf } from '../../units/assignments.store.ts'
import { checkUnit } from '../../opening/matter.rules.ts'
import { insertReturn } from '../../units/requests.store.ts'
import { Remark, UnitId } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'

const Input = z.strictObject({
  reason: Remark,
  /** The rule or catalogue entry that makes it another's duty. */
  basis: Remark,
  suggestedUnitId: UnitId.optional(),
})

/** The lead unit applies to return a ticket that is plainly not its own (退单, WF 22). The clock runs on until the objection is upheld. */
export const returnTicket = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'returnTicket',
  input: Input,
  async decide({ tx, actor, now, ticket }, { reason, basis, suggestedUnitId }) {
    if (suggestedUnitId) checkUnit(deps.directory, suggestedUnitId)
    const lead = await leadOf(tx, ticket.id)
    if (!lead) throw new Error('a ticket at a unit has a lead assignment')
    await insertReturn(tx, {
      id: deps.ids.next('returnRequest'),
      ticketId: ticket.id,
      assignmentId: lead.id,
      unitId: lead.unitId,
      reason,
      basis,
      suggestedUnitId: suggestedUnitId ?? null,
      state: 'pending',
      createdAt: now,
      createdBy: actor.id,
    })
    return {
      patch: { returnCount: ticket.returnCount + 1 },
      text: reason,
      reason,
      data: { basis, suggestedUnitId: suggestedUnitId ?? null },
    }
  },
})
