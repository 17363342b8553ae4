import { atUnit } from '../../../../vocabulary/ticket.ts'
import { addHelpers } from '../../../units/add-helpers.ts'
import { leadOf } from '../../../units/assignments.store.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'
import { instruction, otherUnits } from './sending.fields.ts'

/**
 * Gives the lead unit helpers (增加协办, JN 29), or has more units informed. Nothing else changes: signature, first contact, designation,
 * limit, warnings and open requests of the lead unit stay. Throws `ticket.unit-has-part`, `ticket.unit-unknown`, `ticket.unit-excluded`,
 * `ticket.sub-limit-late`.
 */
export const addHelper = defineAct({
  action: 'addHelper',
  from: atUnit,
  to: 'same',
  roles: dispatchRoles,
  guards: [],
  tells: ['leadUnit', 'otherUnits'],
  source: 'JN 29; WF 22–23',
  key: 'o',
  fields: {
    coUnitIds: { kind: 'units', most: otherUnits.coUnitIds.most },
    instruction,
    coLimit: otherUnits.coLimit,
    copyUnitIds: otherUnits.copyUnitIds,
  },
  rule: (schema) =>
    schema.refine(({ coUnitIds = [], copyUnitIds = [] }) => coUnitIds.length + copyUnitIds.length > 0, {
      path: ['coUnitIds'],
      message: 'a unit is required',
    }),
  async decide(context, input, deps) {
    const lead = await leadOf(context.tx, context.ticket.id)
    if (!lead) throw new Error('a ticket at a unit has a lead assignment')
    const { data, warnAt } = await addHelpers(context, lead, input, deps)
    return { patch: { warnAt }, text: input.instruction ?? null, data }
  },
})
