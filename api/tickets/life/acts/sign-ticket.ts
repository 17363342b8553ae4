import { z } from 'zod'
import { leadOf, patchAssignment } from '../../units/assignments.store.ts'
import { clockPatch } from '../../units/send-to-units.ts'
import { activeAssignments } from '../../tickets.store.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'

const Input = z.strictObject({})

/** The lead unit signs for the ticket (签收). It starts nothing: the limit runs from dispatch. */
export const signTicket = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'sign',
  input: Input,
  async decide({ tx, actor, now, ticket }) {
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
