import { atUnit } from '../../../../vocabulary/ticket.ts'
import { extendTicketClock } from '../../../clock/ticket-clock.rules.ts'
import { ticketProblem } from '../../../tickets.errors.ts'
import { activeAssignments } from '../../../tickets.store.ts'
import { moveDue } from '../../../units/assignments.store.ts'
import { decideExtension, pendingExtension } from '../../../units/requests.store.ts'
import { clockPatch } from '../../../units/send-to-units.ts'
import { withinSentence } from '../../../../notices/within-sentence.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/** Grants more time (准予延期): working days from the old due time; the citizen is told why and until when (BJ 15(2)). */
export const approveExtension = defineAct({
  action: 'approveExtension',
  from: atUnit,
  to: 'same',
  roles: ['reviewer', ...dispatchRoles],
  guards: ['extensionPending'],
  tells: ['citizen', 'leadUnit'],
  source: 'BJ 15(2)',
  primaryIn: { handling: 1 },
  key: 'y',
  fields: { note: { ...remark, rows: 2 } },
  async decide({ tx, actor, now, ticket }, { note }, deps) {
    const asked = await pendingExtension(tx, ticket.id)
    if (!asked || !ticket.clock) throw ticketProblem('ticket.nothing-pending')
    // A request made in time is not lost by a late decision: it counts as granted at the last moment of the limit.
    const at = ticket.dueAt && ticket.dueAt < now ? ticket.dueAt : now
    // Where the limit stood still since it was asked for, the due time that is replaced is a later one than the request names.
    const oldDueAt = new Date(ticket.clock.dueAt)
    const clock = extendTicketClock(ticket.clock, at, asked.workingDays, deps.counting)
    const dueAt = new Date(clock.dueAt)
    await decideExtension(tx, asked.id, {
      state: 'approved',
      at: now,
      by: actor.id,
      note: note ?? null,
      oldDueAt,
      newDueAt: dueAt,
    })
    await moveDue(tx, ticket.id, dueAt)
    const parts = await activeAssignments(tx, ticket.id)
    return {
      patch: {
        extensionCount: ticket.extensionCount + 1,
        warned: 0,
        ...clockPatch(deps, { state: ticket.state, warned: 0 }, clock, parts),
      },
      text: note ?? null,
      visibility: 'citizen',
      data: {
        workingDays: asked.workingDays,
        oldDueAt: oldDueAt.toISOString(),
        dueAt: clock.dueAt,
        reason: asked.reason,
      },
      notice: {
        name: 'ticket.extended',
        params: { reason: withinSentence(asked.reason), due: dueAt },
      },
    }
  },
})
