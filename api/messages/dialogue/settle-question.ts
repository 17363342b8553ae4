import type { Tx } from '../../../db/db.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import type { Job } from '../../platform/jobs.ts'
import { expiredQuestions, findQuestion, lockCitizen, removeQuestion, type OpenQuestion } from './dialogue.store.ts'
import { fileWaitingText } from './file-text.ts'
import type { MessagesDeps } from '../messages.types.ts'

const actor = systemActor('dialogue')

/** Questions settled in one run. */
const batch = 200

/**
 * Ends a question that was not answered. A text that waits in it becomes a new request, and the citizen is told; nothing is ever
 * added to a ticket the citizen did not choose. False when somebody ended it before.
 */
export const settleQuestionIn =
  (deps: MessagesDeps) =>
  async (tx: Tx, open: OpenQuestion, notice: 'ask.expired' | 'ask.filed'): Promise<boolean> => {
    if (!(await removeQuestion(tx, open))) return false
    const waitingText = 'waitingText' in open.question ? open.question.waitingText : null
    if (!waitingText) return true
    const ticket = await fileWaitingText(deps)(tx, actor, open.citizenId, waitingText)
    await deps.notices.tell(tx, actor, {
      notice: { name: notice },
      to: { citizenId: open.citizenId, ticket: { ...ticket, replyWanted: true } },
      key: `dialogue:${ticket.id}`,
    })
    return true
  }

/** Ends the questions whose 24 hours are over. */
export const dialogueJob = (deps: MessagesDeps): Job => ({
  name: 'messages.dialogue',
  everyMs: 60_000,
  run: async () => {
    const due = await expiredQuestions(deps.db, deps.clock.now(), batch)
    let count = 0
    for (const { citizenId } of due) {
      const settled = await deps.db.tx(async (tx) => {
        await lockCitizen(tx, citizenId)
        const open = await findQuestion(tx, citizenId)
        return (
          open !== null && open.expiresAt <= deps.clock.now() && (await settleQuestionIn(deps)(tx, open, 'ask.expired'))
        )
      })
      if (settled) count++
    }
    return count
  },
})
