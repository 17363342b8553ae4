import { beforeDispatch } from '../../../../vocabulary/ticket.ts'
import { insertAnswer } from '../../../units/answers.store.ts'
import { longText, remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'

/** Answers on the spot (直接答复): the request needs no unit. */
export const answerDirectly = defineAct({
  action: 'answerDirectly',
  from: beforeDispatch,
  to: 'closed',
  roles: ['agent', 'supervisor'],
  guards: [],
  tells: ['citizen'],
  source: 'BJ 11; WF 18',
  key: 'shift+a',
  fields: { text: { ...longText, required: true, hint: true }, note: { ...remark, rows: 2 } },
  async decide({ tx, actor, now, ticket }, { text, note }, deps) {
    if (actor.kind === 'staff') {
      await insertAnswer(tx, {
        id: deps.ids.next('answer'),
        ticketId: ticket.id,
        unitId: actor.unitId,
        round: ticket.redoCount,
        text,
        result: note ?? '',
        state: 'passed',
        createdAt: now,
        createdBy: actor.id,
        reviewedAt: now,
        reviewedBy: actor.id,
      })
    }
    return {
      patch: { closeReason: 'answeredDirectly', answeredAt: now, acceptedAt: ticket.acceptedAt ?? now },
      text,
      visibility: 'citizen',
      notice: { name: 'ticket.answeredDirectly', params: { answer: text } },
    }
  },
})
