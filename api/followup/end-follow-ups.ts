import type { EndFollowUps } from '../tickets/life/act.deps.ts'
import { record } from '../audit/record.ts'
import { mergedInto } from '../tickets/tickets.ts'
import { askNext } from './ask.ts'
import { lockAskingOf, openFollowUpsOf, saveFollowUp } from './followup.store.ts'
import { isDissatisfied, type AskDeps, type FollowUp } from './followup.types.ts'
import { outcomeNotes } from './settle.ts'

/** Whether something was answered: that counts, in the round it was answered for. */
const hasSpoken = ({ contacted, solved, grade }: FollowUp) => contacted !== null || solved !== null || grade !== null

/**
 * Ends the asking about an answer that is done again, in the redo's own transaction: of the citizen, and of everybody whose request was merged into
 * the ticket, for they judge the answer that they got. What they answered so far stays and counts (a redo deletes no rating); who answered nothing
 * is not asked about it any more. Then each is asked about their next ticket.
 */
export const endFollowUps =
  (deps: AskDeps): EndFollowUps =>
  async (tx, actor, ticket) => {
    const tickets = [ticket, ...(await mergedInto(tx, ticket.id))]
    await lockAskingOf(
      tx,
      tickets.map(({ citizenId }) => citizenId),
    )
    const open = await openFollowUpsOf(
      tx,
      tickets.map(({ id }) => id),
    )
    const ticketOf = ({ ticketId }: FollowUp) => tickets.find(({ id }) => id === ticketId) ?? ticket
    const doneAt = deps.clock.now()
    for (const before of open) {
      if (!hasSpoken(before)) {
        await saveFollowUp(tx, before, { state: 'cancelled', doneAt, claimedBy: null })
        continue
      }
      const after = await saveFollowUp(tx, before, {
        state: 'answered',
        step: 'done',
        doneAt,
        claimedBy: null,
        decision: isDissatisfied(before.grade) ? 'redone' : null,
      })
      await record(tx, deps, actor, outcomeNotes(ticketOf(before), before, after))
    }
    for (const citizenId of [...new Set(open.map((row) => row.citizenId))].toSorted())
      await askNext(deps, tx, citizenId)
  }
