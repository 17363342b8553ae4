import { z } from 'zod'
import { ownCoAssignment, patchAssignment } from '../assignments.store.ts'
import { claimAttachments } from '../answers.store.ts'
import { Problem } from '../../problems.ts'
import { AttachmentIds, LongText } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({
  /** Whether the co-handling unit has done its part; else this is its stage report (阶段性情况). */
  finished: z.boolean(),
  text: LongText,
  attachmentIds: AttachmentIds.optional(),
})

/** A co-handling unit reports to the lead unit, finished or not yet (协办反馈, BJ 14). */
export const reportProgress: TicketVerb<typeof Input> = {
  action: 'report',
  input: Input,
  async decide({ tx, actor, now, ticket }, { finished, text, attachmentIds = [] }) {
    const own = actor.kind === 'staff' ? await ownCoAssignment(tx, ticket.id, actor.unitPath) : undefined
    if (!own) throw new Problem('auth.forbidden')
    await claimAttachments(tx, actor, ticket.id, attachmentIds)
    await patchAssignment(tx, own.id, {
      signedAt: own.signedAt ?? now,
      signedBy: own.signedBy ?? actor.id,
      answeredAt: finished ? now : null,
    })
    return { text, data: { finished, unitId: own.unitId, attachmentIds } }
  },
}
