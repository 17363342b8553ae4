import { activeAssignments } from '../../../tickets.store.ts'
import { reviewAnswer, submittedAnswer } from '../../../units/answers.store.ts'
import { leadOf, patchAssignment } from '../../../units/assignments.store.ts'
import { clockPatch } from '../../../units/send-to-units.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'

/** The answer does not do (审核退回): back to the unit under the same due time, as if it had not answered. */
export const sendBack = defineAct({
  action: 'sendBack',
  from: ['answered'],
  to: 'handling',
  roles: ['reviewer', 'supervisor'],
  guards: [],
  tells: ['leadUnit'],
  source: 'JN 27',
  danger: true,
  key: 'b',
  fields: { note: { ...remark, required: true } },
  async decide({ tx, actor, now, ticket }, { note }, deps) {
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
