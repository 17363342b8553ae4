import { record } from '../audit/record.ts'
import type { StartFollowUp } from '../tickets/life/act.deps.ts'
import { askStep, waitsUntil } from './ask.ts'
import { followUpNote } from './followup-note.ts'
import { askingIn, insertFollowUp, lockAsking } from './followup.store.ts'
import type { AskDeps } from './followup.types.ts'
import { unitPathOf } from './unit-path.store.ts'

/**
 * Starts asking a citizen about an answer (回访), in the transaction that passed it: by text, or through the agents' call list where
 * the number takes none. One follow-up for each answer a citizen gets, their own ticket's or that of the main one; somebody who is being asked
 * about another ticket, or anything else by number, is asked afterwards.
 */
export const startFollowUp =
  (deps: AskDeps): StartFollowUp =>
  async (tx, actor, { ticket, unitId, round, answerId }) => {
    await lockAsking(tx, ticket.citizenId)
    const now = deps.clock.now()
    const byText = await deps.mayText(tx, ticket.citizenId)
    const busy =
      byText && ((await askingIn(tx, ticket.citizenId)) !== null || (await deps.hasQuestion(tx, ticket.citizenId)))
    const state = byText ? (busy ? 'waiting' : 'asking') : 'calling'
    const made = await insertFollowUp(tx, {
      id: deps.ids.next('followUp'),
      ticketId: ticket.id,
      citizenId: ticket.citizenId,
      unitId,
      unitPath: await unitPathOf(tx, unitId),
      round,
      answerId,
      channel: byText ? 'sms' : 'call',
      state,
      step: 'contacted',
      askedAt: state === 'asking' ? now : null,
      listedFor: byText ? null : 'noTexts',
      attempts: 0,
      createdAt: now,
      expiresAt: waitsUntil(deps),
      version: 1,
    })
    if (!made) return
    if (state === 'asking') await askStep(deps, tx, actor, made, 'contacted', ticket)
    await record(tx, deps, actor, {
      timeline: [
        {
          ticketId: ticket.id,
          type: 'followUpAsked',
          visibility: 'unit',
          data: { followUpId: made.id, channel: made.channel, round },
        },
      ],
      audit: [
        {
          action: 'followUp.started',
          entity: 'followUp',
          entityId: made.id,
          after: { ticketId: ticket.id, channel: made.channel, state, round },
        },
      ],
      live: [followUpNote(ticket, made.id, { type: 'started', payload: { ticketId: ticket.id, state } })],
    })
  }
