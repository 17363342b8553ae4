import { ticketProblem } from '../../tickets.errors.ts'
import { z } from 'zod'
import { moveDue } from '../../units/assignments.store.ts'
import { withinSentence } from '../citizen-params.ts'
import { decideExtension, pendingExtension } from '../../units/requests.store.ts'
import { clockPatch } from '../../units/send-to-units.ts'
import { extendTicketClock } from '../../clock/ticket-clock.rules.ts'
import { Remark } from '../ticket.input.ts'
import { activeAssignments } from '../../tickets.store.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'

const Input = z.strictObject({ note: Remark.optional() })

/** Grants more time (准予延期): working days from the old due time; the citizen is told why and until when (BJ 15(2)). */
export const approveExtension = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'approveExtension',
  input: Input,
  async decide({ tx, actor, now, ticket }, { note }) {
    const asked = await pendingExtension(tx, ticket.id)
    if (!asked || !ticket.clock) throw ticketProblem('ticket.nothing-pending')
    // A request made in time is not lost by a late decision: it counts as granted at the last moment of the limit.
    const at = ticket.dueAt && ticket.dueAt < now ? ticket.dueAt : now
    const clock = extendTicketClock(ticket.clock, at, asked.workingDays, deps.counting)
    const dueAt = new Date(clock.dueAt)
    await decideExtension(tx, asked.id, {
      state: 'approved',
      at: now,
      by: actor.id,
      note: note ?? null,
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
        oldDueAt: asked.oldDueAt.toISOString(),
        dueAt: clock.dueAt,
        reason: asked.reason,
      },
      citizenText: {
        template: 'ticket.extended',
        params: { reason: withinSentence(asked.reason), due: clock.dueAt },
      },
      alsoToMerged: true,
    }
  },
})
