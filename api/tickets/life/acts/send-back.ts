import { z } from 'zod'
import { reviewAnswer, submittedAnswer } from '../../units/answers.store.ts'
import { leadOf, patchAssignment } from '../../units/assignments.store.ts'
import { clockPatch } from '../../units/send-to-units.ts'
import { Remark } from '../ticket.input.ts'
import { activeAssignments } from '../../tickets.store.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'

const Input = z.strictObject({ note: Remark })

/** The answer does not do (审核退回): back to the unit under the same due time, as if it had not answered. */
export const sendBack = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'sendBack',
  input: Input,
  async decide({ tx, actor, now, ticket }, { note }) {
    const answer = await submittedAnswer(tx, ticket.id)
    if (answer) await reviewAnswer(tx, answer.id, { state: 'sentBack', at: now, by: actor.id, note })
    const lead = await leadOf(tx, ticket.id)
    if (lead) await patchAssignment(tx, lead.id, { answeredAt: null })
    return {
      patch: {
        answeredAt: null,
        ...(ticket.clock
          ? clockPatch(
              deps,
              { state: 'handling', warned: ticket.warned },
              ticket.clock,
              await activeAssignments(tx, ticket.id),
            )
          : {}),
      },
      text: note,
      reason: note,
    }
  },
})
