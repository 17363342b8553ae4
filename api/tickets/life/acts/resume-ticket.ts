import { ticketProblem } from '../../tickets.errors.ts'
import { z } from 'zod'
import { resume } from '../../../clocks/clock.rules.ts'
import { moveDue, moveOwnDue } from '../../units/assignments.store.ts'
import { clockPatch } from '../../units/send-to-units.ts'
import { resumeTicketClock } from '../../clock/ticket-clock.rules.ts'
import { Remark } from '../ticket.input.ts'
import { activeAssignments } from '../../tickets.store.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'

const Input = z.strictObject({ note: Remark.optional() })

/** Goes on with the time that was left when the limit was stopped (恢复). */
export const resumeTicket = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'resume',
  input: Input,
  async decide({ tx, now, ticket }, { note }) {
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
    }
  },
})
