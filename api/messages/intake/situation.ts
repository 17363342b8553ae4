import type { Tx } from '../../../db/db.ts'
import { findQuestion, type OpenQuestion } from '../dialogue/dialogue.store.ts'
import type { ReadText, OwnTicket, Situation } from './intake.types.ts'
import type { Citizen, MessagesDeps } from '../messages.types.ts'
import { hasOptedOut } from '../sending/opt-out.store.ts'
import { openTicketsOf, ownTicketByNumber } from './situation.store.ts'
import { ticketNumbersIn } from '../keywords/keywords.rules.ts'

/** The ticket a text names by its number, if it is the sender's own. */
const namedTicket = async (
  tx: Tx,
  citizenId: string,
  reading: ReadText,
  open: OwnTicket[],
): Promise<OwnTicket | null> => {
  const numbers = reading.keyword?.number ? [reading.keyword.number] : ticketNumbersIn(reading.text).slice(0, 3)
  for (const number of numbers) {
    const found = open.find((ticket) => ticket.number === number) ?? (await ownTicketByNumber(tx, citizenId, number))
    if (found) return found
  }
  return null
}

/** What is going on with a citizen: their open tickets, the open question, the follow-up that asks them. */
export const loadSituation =
  (deps: Pick<MessagesDeps, 'clock' | 'followUp'>) =>
  async (
    tx: Tx,
    { id: citizenId, phone }: Pick<Citizen, 'id' | 'phone'>,
    reading: ReadText,
  ): Promise<{ situation: Situation; question: OpenQuestion | null }> => {
    const open = await openTicketsOf(tx, citizenId)
    const question = await findQuestion(tx, citizenId)
    const named = await namedTicket(tx, citizenId, reading, open)
    // A merged request is asked about as well, also when the main one has closed.
    const followUp = await deps.followUp.askingIn(tx, citizenId)
    const stopped = reading.resumes && (await hasOptedOut(tx, phone))
    return {
      question,
      situation: {
        open,
        named,
        question: question?.question ?? null,
        followUpOpen: followUp !== null,
        stopped,
        surveyNewer:
          question !== null && (followUp?.askedAt ?? null) !== null && (followUp?.askedAt ?? 0) > question.askedAt,
        now: deps.clock.now(),
      },
    }
  }
