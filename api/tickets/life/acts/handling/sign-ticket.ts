import { activeAssignments } from '../../../tickets.store.ts'
import { leadOf, patchAssignment } from '../../../units/assignments.store.ts'
import { clockPatch } from '../../../units/send-to-units.ts'
import { defineAct } from '../../define-act.ts'
import { unitRoles } from '../../ticket.machine.ts'

/** The lead unit signs for the ticket (签收). It starts nothing: the limit runs from dispatch. */
export const signTicket = defineAct({
  action: 'sign',
  from: ['dispatched'],
  to: 'handling',
  roles: unitRoles,
  part: 'lead',
  guards: [],
  tells: [],
  source: 'default: signing starts no clock',
  primaryIn: { dispatched: 1 },
  key: 's',
  fields: {},
  async decide({ tx, actor, now, ticket }, _, deps) {
    const lead = await leadOf(tx, ticket.id)
    if (lead && lead.signedAt === null) await patchAssignment(tx, lead.id, { signedAt: now, signedBy: actor.id })
    const clock = ticket.clock
      ? clockPatch(
          deps,
          { state: 'handling', warned: ticket.warned },
          ticket.clock,
          await activeAssignments(tx, ticket.id),
        )
      : {}
    return {
      patch: clock,
      visibility: 'citizen',
      data: { late: lead !== undefined && lead.signBy !== null && now > lead.signBy },
    }
  },
})
