import { leadOf } from '../../../units/assignments.store.ts'
import { insertExtension } from '../../../units/requests.store.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { unitRoles } from '../../ticket.machine.ts'

/** The longest extension, working days (default; SD allows about as much). */
const longestExtension = 15

/** The unit asks for more time (延期申请, BJ 15(2)): before expiry, once for each limit, with a reason. Moves no clock by itself. */
export const extendLimit = defineAct({
  action: 'extend',
  from: ['handling'],
  to: 'same',
  roles: unitRoles,
  part: 'lead',
  guards: ['notExpired', 'notExtendedBefore', 'noExtensionPending'],
  tells: ['dispatchers'],
  source: 'BJ 15(2)',
  key: 'e',
  fields: {
    workingDays: { kind: 'number', least: 1, most: longestExtension, fallback: 5, required: true },
    reason: { ...remark, required: true, hint: true },
  },
  async decide({ tx, actor, now, ticket }, { workingDays, reason }, deps) {
    const lead = await leadOf(tx, ticket.id)
    if (!lead || !ticket.dueAt) throw new Error('a ticket being handled has a lead assignment and a due time')
    await insertExtension(tx, {
      id: deps.ids.next('extension'),
      ticketId: ticket.id,
      unitId: lead.unitId,
      reason,
      workingDays,
      state: 'pending',
      oldDueAt: ticket.dueAt,
      createdAt: now,
      createdBy: actor.id,
    })
    return { text: reason, reason, data: { workingDays } }
  },
})
