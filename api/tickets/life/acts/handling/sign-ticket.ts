import { signTicketClock } from '../../../clock/ticket-clock.rules.ts'
import { activeAssignments } from '../../../tickets.store.ts'
import { leadOf, moveDue, moveOwnDue, patchAssignment } from '../../../units/assignments.store.ts'
import { clockPatch } from '../../../units/send-to-units.ts'
import { defineAct } from '../../define-act.ts'
import { unitRoles } from '../../ticket.machine.ts'

/** The lead unit signs for the ticket (签收). It starts nothing, but for a limit that its law lets run from the signature. */
export const signTicket = defineAct({
  action: 'sign',
  from: ['dispatched'],
  to: 'handling',
  roles: unitRoles,
  part: 'lead',
  guards: [],
  tells: [],
  source: 'default: signing starts no clock but one that runs from it',
  primaryIn: { dispatched: 1 },
  key: 's',
  fields: {},
  async decide({ tx, actor, now, ticket }, _, deps) {
    const lead = await leadOf(tx, ticket.id)
    if (lead && lead.signedAt === null) await patchAssignment(tx, lead.id, { signedAt: now, signedBy: actor.id })
    const clock = ticket.clock && signTicketClock(ticket.clock, now, deps.counting)
    const began = clock !== ticket.clock
    if (clock && began) {
      const due = new Date(clock.dueAt)
      await moveDue(tx, ticket.id, due)
      await moveOwnDue(tx, ticket.id, (own) => ({ clock: own }), due)
    }
    const parts = await activeAssignments(tx, ticket.id)
    return {
      patch: clock ? clockPatch(deps, { state: 'handling', warned: ticket.warned }, clock, parts) : {},
      visibility: 'citizen',
      data: {
        late: lead !== undefined && lead.signBy !== null && now > lead.signBy,
        ...(clock && began ? { dueAt: clock.dueAt, oldDueAt: ticket.dueAt?.toISOString() } : {}),
      },
    }
  },
})
