import { systemActor } from '../../../../vocabulary/actor.ts'
import { mergedInto } from '../../../tickets.store.ts'
import { reviewAnswer, submittedAnswer } from '../../../units/answers.store.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { onePerCitizen } from '../../ticket.rules.ts'
import { closeTicket } from './close-ticket.ts'

/**
 * The hotline passes the answer (审核通过, JN 27): the citizen reads it and is asked about it; so is everybody whose request was merged
 * into this one, each citizen once. Where no reply is wanted the ticket closes at once, with that reason.
 */
export const passReview = defineAct({
  action: 'passReview',
  from: ['answered'],
  to: 'awaitingFollowUp',
  roles: ['reviewer', 'supervisor'],
  guards: [],
  tells: ['citizen', 'leadUnit', 'followUp'],
  source: 'JN 27',
  primaryIn: { answered: 1 },
  key: 'p',
  fields: { note: { ...remark, rows: 2 } },
  async decide({ tx, actor, now, ticket, act }, { note }, deps) {
    const answer = await submittedAnswer(tx, ticket.id)
    if (!answer) throw new Error('an answered ticket has an answer')
    await reviewAnswer(tx, answer.id, { state: 'passed', at: now, by: actor.id, note: note ?? null })
    const asked = { unitId: answer.unitId, round: ticket.redoCount, answerId: answer.id }
    return {
      patch: ticket.replyWanted ? {} : { closeReason: 'noReplyWanted' },
      text: answer.text,
      visibility: 'citizen',
      data: { unitId: answer.unitId, answerId: answer.id, attachmentIds: answer.attachmentIds ?? [] },
      notice: {
        name: 'ticket.answered',
        params: { unit: deps.directory.unitById(answer.unitId), answer: answer.text },
      },
      after: async (passed) => {
        // Citizens are asked one question at a time, so each is locked: always in the same order.
        const told = onePerCitizen([passed, ...(await mergedInto(tx, ticket.id))])
          .filter(({ replyWanted }) => replyWanted)
          .sort((a, b) => (a.citizenId < b.citizenId ? -1 : 1))
        for (const one of told) await deps.startFollowUp(tx, actor, { ticket: one, ...asked })
        if (passed.replyWanted) return passed
        return act(systemActor('close'), { ticketId: ticket.id, act: closeTicket, input: {} })
      },
    }
  },
})
