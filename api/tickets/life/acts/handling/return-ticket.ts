import { atUnit } from '../../../../vocabulary/ticket.ts'
import { checkUnit } from '../../../opening/matter.rules.ts'
import { leadOf } from '../../../units/assignments.store.ts'
import { insertReturn } from '../../../units/requests.store.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { unitRoles } from '../../ticket.machine.ts'

/** The lead unit applies to return a ticket that is plainly not its own (退单, WF 22). The clock runs on until the objection is upheld. */
export const returnTicket = defineAct({
  action: 'returnTicket',
  from: atUnit,
  to: 'returnRequested',
  roles: unitRoles,
  part: 'lead',
  guards: ['notDesignated', 'withinReturnWindow', 'noReturnPending'],
  tells: ['dispatchers'],
  source: 'WF 22; the window is a city’s own setting',
  danger: true,
  key: 'r',
  fields: {
    reason: { ...remark, required: true },
    /** The rule or catalogue entry that makes it another's duty. */
    basis: { ...remark, rows: 2, required: true, hint: true },
    suggestedUnitId: { kind: 'unit' },
  },
  async decide({ tx, actor, now, ticket }, { reason, basis, suggestedUnitId }, deps) {
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
