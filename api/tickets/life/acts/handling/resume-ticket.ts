import { resume } from '../../../../clocks/clock.rules.ts'
import { resumeTicketClock } from '../../../clock/ticket-clock.rules.ts'
import { ticketProblem } from '../../../tickets.errors.ts'
import { activeAssignments } from '../../../tickets.store.ts'
import { moveDue, moveOwnDue } from '../../../units/assignments.store.ts'
import { clockPatch } from '../../../units/send-to-units.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles, unitRoles } from '../../ticket.machine.ts'

/** Goes on with the time that was left when the limit was stopped (恢复); the citizen hears the new date. */
export const resumeTicket = defineAct({
  action: 'resume',
  from: ['paused'],
  to: 'before',
  roles: [...unitRoles, ...dispatchRoles],
  part: 'lead',
  guards: [],
  tells: ['citizen', 'leadUnit'],
  source: 'default, by analogy with DIS 30',
  primaryIn: { paused: 1 },
  key: 'h',
  fields: { note: { ...remark, rows: 2 } },
  async decide({ tx, now, ticket }, { note }, deps) {
    if (!ticket.clock) throw ticketProblem('ticket.illegal-transition')
    const clock = resumeTicketClock(ticket.clock, now, deps.counting)
    const dueAt = new Date(clock.dueAt)
    await moveDue(tx, ticket.id, dueAt)
    await moveOwnDue(tx, ticket.id, (own) => resume(own, now, deps.counting), dueAt)
    const state = ticket.stateBefore ?? 'handling'
    const parts = await activeAssignments(tx, ticket.id)
    return {
      patch: { stateBefore: null, ...clockPatch(deps, { state, warned: ticket.warned }, clock, parts) },
      text: note ?? null,
      data: { dueAt: clock.dueAt },
      // A pause that moved nothing leaves the promise as it was.
      notice: clock.dueAt === ticket.clock.dueAt ? null : { name: 'ticket.resumed', params: { due: dueAt } },
    }
  },
})
