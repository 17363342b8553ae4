import { z } from 'zod'
import { insertAnswer } from '../../units/answers.store.ts'
import { LongText, Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'

const Input = z.strictObject({ text: LongText, note: Remark.optional() })

/** Answers on the spot (直接答复): the request needs no unit. */
export const answerDirectly = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'answerDirectly',
  input: Input,
  async decide({ tx, actor, now, ticket }, { text, note }) {
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
      citizenText: { template: 'ticket.answeredDirectly', params: { answer: text } },
      alsoToMerged: true,
    }
  },
})
