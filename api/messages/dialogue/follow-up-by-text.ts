import { afterFollowUp } from '../intake/decide.rules.ts'
import type { Decision } from '../intake/intake.types.ts'
import type { MessagesDeps } from '../messages.types.ts'
import type { Outcome, TextIntake } from '../intake/text-intake.types.ts'

/** The follow-up takes the text as an answer and asks on by itself; false when there is none open, or it is no answer. */
const record = async (deps: MessagesDeps, intake: TextIntake, text: string): Promise<string | null> => {
  const asking = await deps.followUp.askingIn(intake.tx, intake.citizen.id)
  if (!asking || text === '') return null
  const taken = await deps.followUp.recordReplyIn(intake.tx, intake.actor, asking, text, intake.receivedAt)
  return taken ? asking.ticketId : null
}

const taken = (ticketId: string): Outcome => ({ ticketId, contact: 'filed', replies: [] })

/**
 * What a text answers to an open follow-up, and nothing else: for whoever gets no more answers by the program. The questions of a follow-up are few, so
 * that no machine is answered by them without end. Null where it answers none.
 */
export const answerFollowUpOnly =
  (deps: MessagesDeps) =>
  async (intake: TextIntake, decision: Decision): Promise<Outcome | null> => {
    if (decision.do !== 'followUpReply' && decision.do !== 'rate') return null
    const ticketId = await record(deps, intake, decision.do === 'rate' ? decision.text : intake.reading.ownWords)
    return ticketId === null ? null : taken(ticketId)
  }

/** 评价, with or without its number. */
export const rateByText =
  (deps: MessagesDeps) =>
  async (intake: TextIntake, rest: string): Promise<Outcome> => {
    if (!intake.situation.followUpOpen) return { ticketId: null, contact: 'closed', replies: [{ name: 'rate.none' }] }
    const ticketId = await record(deps, intake, rest)
    return ticketId === null ? { ticketId: null, contact: 'closed', replies: [{ name: 'rate.how' }] } : taken(ticketId)
  }

/**
 * A text while a follow-up is open: its answer, or, when it is none, what it would be without the follow-up. `carryOut` does what is
 * decided then.
 */
export const replyToFollowUp =
  (deps: MessagesDeps, carryOut: (intake: TextIntake, decision: Decision) => Promise<Outcome>) =>
  async (intake: TextIntake): Promise<Outcome> => {
    const ticketId = await record(deps, intake, intake.reading.ownWords)
    if (ticketId !== null) return taken(ticketId)
    const otherwise = afterFollowUp(intake.reading, intake.situation, deps.triage.likeness)
    if (otherwise.do === 'choiceNone') return { ticketId: null, contact: 'closed', replies: [{ name: 'rate.how' }] }
    return carryOut(intake, otherwise)
  }
