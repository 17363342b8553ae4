import { noDue } from '../../../tickets.store.ts'
import { claimAttachments, insertAnswer } from '../../../units/answers.store.ts'
import { leadOf, patchAssignment } from '../../../units/assignments.store.ts'
import { cancelRequests } from '../../../units/requests.store.ts'
import { attachments, longText } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { unitRoles } from '../../ticket.machine.ts'

/** The lead unit answers (答复), to the citizen and to the hotline (BJ 15(3)). The limit is met now; the citizen reads it after review. */
export const answerTicket = defineAct({
  action: 'answer',
  from: ['handling'],
  to: 'answered',
  roles: unitRoles,
  part: 'lead',
  guards: [],
  tells: ['reviewers'],
  source: 'BJ 15(3); JN 24',
  primaryIn: { handling: 2 },
  key: 'a',
  fields: {
    /** What the citizen will be told (答复). */
    text: { ...longText, required: true, hint: true },
    /** What the hotline is told: what was done, by whom, what remains (反馈). */
    result: { ...longText, rows: 4, required: true, hint: true },
    attachmentIds: attachments,
  },
  async decide({ tx, actor, now, ticket }, { text, result, attachmentIds = [] }, deps) {
    const lead = await leadOf(tx, ticket.id)
    if (!lead) throw new Error('a ticket being handled has a lead assignment')
    await claimAttachments(tx, actor, ticket.id, attachmentIds, now)
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
