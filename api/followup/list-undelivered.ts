import type { Tx } from '../../db/db.ts'
import { askNext, callInstead } from './ask.ts'
import { lockAsking, openFollowUpsOf } from './followup.store.ts'
import type { AskDeps } from './followup.types.ts'
import { questionNotices } from './record-reply.ts'

/** A text to a citizen of which it is known, or to be taken, that it did not arrive. */
export interface LostText {
  citizenId: string
  ticketId: string | null
  notice: string | null
  createdAt: Date
}

const isQuestion = (notice: string) => questionNotices.some((one) => one === notice)

/**
 * Whose question, or the answer it is about, did not arrive is rung instead: undelivered is not silent. Of an older question, or an answer that was
 * told again since, nothing follows.
 */
export const listUndelivered =
  (deps: AskDeps) =>
  async (tx: Tx, { citizenId, ticketId, notice, createdAt }: LostText): Promise<void> => {
    if (ticketId === null || notice === null || !(isQuestion(notice) || notice === 'ticket.answered')) return
    await lockAsking(tx, citizenId)
    for (const open of await openFollowUpsOf(tx, [ticketId])) {
      if (open.state === 'calling') continue
      if (isQuestion(notice)) {
        if (open.state !== 'asking' || (open.askedAt !== null && createdAt < open.askedAt)) continue
      } else {
        const newest = await deps.arrivalOf(tx, { ticketId, notices: ['ticket.answered'], since: null })
        if (newest === null || newest === 'arrived') continue
      }
      await callInstead(deps, tx, open, 'undelivered')
      await askNext(deps, tx, citizenId)
    }
  }
