import type { Tx } from '../../db/db.ts'
import type { CitizenActor } from '../vocabulary/actor.ts'
import { findTicketRow } from '../tickets/tickets.ts'
import { askStep } from './ask.ts'
import { saveFollowUp } from './followup.store.ts'
import type { FollowUp } from './followup.types.ts'
import { nextStep, readReply, withAnswers } from './replies/reply.rules.ts'
import { settleIn, type SettleDeps } from './settle.ts'

/**
 * A citizen's text while they are being asked: records what it answers and asks the next open question, or settles.
 * Answers false when the text is no answer; then nothing is changed and the text is the caller's to keep (a supplement, a new request).
 */
export const recordReplyIn =
  (deps: SettleDeps) =>
  async (tx: Tx, actor: CitizenActor, followUp: FollowUp, text: string): Promise<boolean> => {
    if (followUp.state !== 'asking') return false
    const said = readReply(text, followUp)
    if (said === null) return false
    const ticket = await findTicketRow(tx, followUp.ticketId)
    if (said === 'again') {
      await deps.notices.tell(tx, actor, {
        // Who was asked for the reason is asked for it again.
        notice: { name: nextStep(followUp) === 'reason' ? 'followUp.reason' : 'followUp.again' },
        to: { citizenId: followUp.citizenId, ticket },
        key: `followUp:${followUp.id}:again:${deps.clock.now().getTime()}`,
      })
      return true
    }
    const known = withAnswers(followUp, said)
    const step = nextStep(known)
    if (step === 'done') {
      await settleIn(deps, tx, actor, followUp, { state: 'answered', patch: known })
      return true
    }
    const saved = await saveFollowUp(tx, followUp, { ...known, step })
    await askStep(deps, tx, actor, saved, step, ticket)
    return true
  }
