import { z } from 'zod'
import { claimAttachments, insertAnswer } from '../../units/answers.store.ts'
import { leadOf, patchAssignment } from '../../units/assignments.store.ts'
import { cancelRequests } from '../../units/requests.store.ts'
import { AttachmentIds, LongText } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import { noDue } from '../../tickets.store.ts'
import type { VerbDeps } from '../verb.deps.ts'

const Input = z.strictObject({
  /** What the citizen will be told (答复). */
  text: LongText,
  /** What the hotline is told: what was done, by whom, what remains (反馈). */
  result: LongText,
  attachmentIds: AttachmentIds.optional(),
})

/** The lead unit answers (答复), to the citizen and to the hotline (BJ 15(3)). The limit is met now; the citizen reads it after review. */
export const answerTicket = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'answer',
  input: Input,
  async decide({ tx, actor, now, ticket }, { text, result, attachmentIds = [] }) {
    const lead = await leadOf(tx, ticket.id)
    if (!lead) throw new Error('a ticket being handled has a lead assignment')
    await claimAttachments(tx, actor, ticket.id, attachmentIds)
    await insertAnswer(tx, {
      id: deps.ids.next('answer'),
      ticketId: ticket.id,
      assignmentId: lead.id,
      unitId: lead.unitId,
      round: ticket.redoCount,
      text,
      result,
      attachmentIds,
      state: 'submitted',
      createdAt: now,
      createdBy: actor.id,
    })
    await patchAssignment(tx, lead.id, { answeredAt: now })
    await cancelRequests(tx, ticket.id, now, actor.id)
    return {
      patch: { answeredAt: now, dueSort: noDue, warnAt: null },
      text: result,
      data: { answer: text, late: ticket.dueAt !== null && now > ticket.dueAt, attachmentIds },
    }
  },
})
