import { atUnit } from '../../../../vocabulary/ticket.ts'
import { ticketProblem } from '../../../tickets.errors.ts'
import { decideExtension, pendingExtension } from '../../../units/requests.store.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/** Refuses more time (不予延期): the due time stays. */
export const refuseExtension = defineAct({
  action: 'refuseExtension',
  from: [...atUnit, 'paused'],
  to: 'same',
  roles: ['reviewer', ...dispatchRoles],
  guards: ['extensionPending'],
  tells: ['leadUnit'],
  source: 'BJ 15(2)',
  danger: true,
  key: 'shift+y',
  fields: { note: { ...remark, rows: 2, required: true } },
  async decide({ tx, actor, now, ticket }, { note }) {
    const asked = await pendingExtension(tx, ticket.id)
    if (!asked) throw ticketProblem('ticket.nothing-pending')
    await decideExtension(tx, asked.id, { state: 'refused', at: now, by: actor.id, note, newDueAt: null })
    return { text: note, reason: note }
  },
})
