import { platformProblem } from '../../../platform/problem.ts'
import { z } from 'zod'
import { ownCoAssignment, patchAssignment } from '../../units/assignments.store.ts'
import { claimAttachments } from '../../units/answers.store.ts'
import { AttachmentIds, LongText } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import { activeAssignments } from '../../tickets.store.ts'
import type { VerbDeps } from '../verb.deps.ts'
import { nextWarning } from '../../clock/warn.rules.ts'

const Input = z.strictObject({
  /** Whether the co-handling unit has done its part; else this is its stage report (阶段性情况). */
  finished: z.boolean(),
  text: LongText,
  attachmentIds: AttachmentIds.optional(),
})

/** A co-handling unit reports to the lead unit, finished or not yet (协办反馈, BJ 14). */
export const reportProgress = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'report',
  input: Input,
  async decide({ tx, actor, now, ticket }, { finished, text, attachmentIds = [] }) {
    const own = actor.kind === 'staff' ? await ownCoAssignment(tx, ticket.id, actor.unitPath) : undefined
    if (!own) throw platformProblem('auth.forbidden')
    await claimAttachments(tx, actor, ticket.id, attachmentIds)
    await patchAssignment(tx, own.id, {
      signedAt: own.signedAt ?? now,
      signedBy: own.signedBy ?? actor.id,
      answeredAt: finished ? now : null,
    })
    const late = finished && own.dueAt !== null && now > own.dueAt
    // What is not finished after all is warned of again.
    const { state, clock, warned } = ticket
    const parts = await activeAssignments(tx, ticket.id)
    const warnAt = nextWarning({ state, clock, warned, warnAt: ticket.warnAt, parts }, deps.counting)
    return { patch: { warnAt }, text, data: { finished, unitId: own.unitId, late, attachmentIds } }
  },
})
