import { atUnit } from '../../../../vocabulary/ticket.ts'
import { activeAssignments } from '../../../tickets.store.ts'
import { withAccused } from '../../../units/accused.store.ts'
import { endParts, insertAssignments, leadOf } from '../../../units/assignments.store.ts'
import { dropHelpers } from '../../../units/dispatch.rules.ts'
import { helperParts } from '../../../units/helper-parts.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/**
 * Goes on without some of the helpers (取消协办): their part ends, and nothing of the lead unit's changes.
 * Throws `ticket.unit-no-part`, `ticket.copy-required`.
 */
export const removeHelper = defineAct({
  action: 'removeHelper',
  from: [...atUnit, 'returnRequested', 'paused'],
  to: 'same',
  roles: dispatchRoles,
  guards: ['hasHelper'],
  tells: ['leadUnit', 'otherUnits'],
  source: 'JN 29; WF 22–23',
  danger: true,
  key: 'shift+o',
  fields: {
    unitIds: { kind: 'units', most: 20, among: 'helpers', required: true },
    reason: { ...remark, rows: 2, required: true },
  },
  rule: (schema) =>
    schema.refine(({ unitIds }) => unitIds.length > 0, { path: ['unitIds'], message: 'a unit is required' }),
  async decide(context, { unitIds, reason }, deps) {
    const { tx, ticket, now } = context
    const lead = await leadOf(tx, ticket.id)
    if (!lead) throw new Error('a ticket at a unit has a lead assignment')
    const { dropped, copied } = dropHelpers(
      await withAccused(tx, ticket),
      await activeAssignments(tx, ticket.id),
      unitIds,
      deps,
    )
    const again = helperParts(deps, context, copied, { round: lead.round, due: now, instruction: null })
    await endParts(
      tx,
      dropped.map(({ id }) => id),
      now,
      'removed',
    )
    await insertAssignments(tx, again.parts)
    return {
      text: reason,
      reason,
      data: { removedUnitIds: dropped.map(({ unitId }) => unitId), copyUnitIds: copied.map(({ unit }) => unit.id) },
    }
  },
})
