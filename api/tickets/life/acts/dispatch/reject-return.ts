import { activeAssignments } from '../../../tickets.store.ts'
import { decideReturn } from '../../../units/requests.store.ts'
import { clockPatch } from '../../../units/send-to-units.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/**
 * The objection is not right (异议不成立): the ticket goes back to where it was, the clock never stopped. What fell due while the unit
 * waited for this decision, and was not told for that reason, is told now.
 */
export const rejectReturn = defineAct({
  action: 'rejectReturn',
  from: ['returnRequested'],
  to: 'before',
  roles: dispatchRoles,
  guards: [],
  tells: ['leadUnit'],
  source: 'WF 22; BJ 12',
  danger: true,
  key: 'r',
  fields: { note: { ...remark, rows: 2, required: true } },
  async decide({ tx, actor, now, ticket }, { note }, deps) {
    await decideReturn(tx, ticket.id, { state: 'rejected', at: now, by: actor.id, note })
    const { clock, warned } = ticket
    const state = ticket.stateBefore ?? ticket.state
    const patch = clock ? clockPatch(deps, { state, warned }, clock, await activeAssignments(tx, ticket.id)) : {}
    return { patch: { ...patch, stateBefore: null }, text: note, reason: note }
  },
})
