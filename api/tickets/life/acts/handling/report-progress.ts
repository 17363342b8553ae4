import { atUnit } from '../../../../vocabulary/ticket.ts'
import { platformProblem } from '../../../../platform/problem.ts'
import { nextWarning } from '../../../clock/warn.rules.ts'
import { activeAssignments } from '../../../tickets.store.ts'
import { claimAttachments } from '../../../units/answers.store.ts'
import { ownCoAssignment, patchAssignment } from '../../../units/assignments.store.ts'
import { attachments, longText } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { unitRoles } from '../../ticket.machine.ts'

/** A co-handling unit reports to the lead unit, finished or not yet (协办反馈, BJ 14). */
export const reportProgress = defineAct({
  action: 'report',
  from: [...atUnit, 'returnRequested', 'paused'],
  to: 'same',
  roles: unitRoles,
  part: 'co',
  guards: [],
  tells: ['leadUnit'],
  source: 'BJ 14',
  primaryIn: { handling: 3 },
  key: 'l',
  fields: {
    text: { ...longText, required: true },
    /** Whether the co-handling unit has done its part; else this is its stage report (阶段性情况). */
    finished: { kind: 'yesNo', fallback: false, required: true },
    attachmentIds: attachments,
  },
  async decide({ tx, actor, now, ticket }, { finished, text, attachmentIds = [] }, deps) {
    const own = actor.kind === 'staff' ? await ownCoAssignment(tx, ticket.id, actor.unitPath) : undefined
    if (!own) throw platformProblem('auth.forbidden')
    await claimAttachments(tx, actor, ticket.id, attachmentIds, now)
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
