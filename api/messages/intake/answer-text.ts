import { answerFollowUpOnly } from '../dialogue/follow-up-by-text.ts'
import { carryOut } from '../dialogue/carry-out.ts'
import { isAnsweredOut, tellAnsweredOut } from '../machines/answer-limit.ts'
import type { MessagesDeps } from '../messages.types.ts'
import { decide } from './decide.rules.ts'
import type { Decision, ReadText } from './intake.types.ts'
import type { Outcome, TextIntake } from './text-intake.types.ts'

/** The danger that a person tells of. */
const dangerOf = ({ proposal, machine }: ReadText) => (machine === null ? (proposal?.danger ?? null) : null)

/** What is done whatever the limit of answers says: what gets no answer, whoever stops texts, and nobody in danger goes without advice. */
const isBeyondLimit = (decision: Decision, reading: ReadText) =>
  decision.do === 'machine' ||
  decision.do === 'stop' ||
  decision.do === 'start' ||
  decision.do === 'thanks' ||
  (decision.do === 'report' && dangerOf(reading) !== null)

/** A text that could not be carried out waits for a person; what to do in a danger needs nothing that could have failed. */
const kept = (reading: ReadText): Outcome => {
  const danger = dangerOf(reading)
  return {
    ticketId: null,
    contact: 'open',
    danger: danger?.kind ?? null,
    replies: [
      ...(danger ? [{ name: 'danger.advice', params: { advice: danger } } as const] : []),
      { name: 'text.kept' },
    ],
  }
}

/**
 * Decides on a text and does it, as far as the limit of answers lets it; beyond that it waits for a person, but for what it answers to the
 * follow-up: who answered must never count as silent. `keepOnly`: it could not be carried out.
 */
export const answerText = (deps: MessagesDeps) => {
  const carry = carryOut(deps)
  const answerOnly = answerFollowUpOnly(deps)
  const isOut = async ({ tx, citizen }: TextIntake) =>
    citizen.created !== true && (await isAnsweredOut(deps, tx, citizen.id))
  const waits = async ({ tx, citizen }: TextIntake): Promise<Outcome> => ({
    ticketId: null,
    contact: 'open',
    replies: [],
    live: await tellAnsweredOut(deps, tx, citizen.id),
  })

  return async (intake: TextIntake, keepOnly: boolean): Promise<Outcome> => {
    const { reading, situation } = intake
    if (keepOnly) return dangerOf(reading) !== null || !(await isOut(intake)) ? kept(reading) : waits(intake)
    const decision = decide(reading, situation, deps.triage.likeness)
    if (isBeyondLimit(decision, reading) || !(await isOut(intake))) return carry(intake, decision)
    return (await answerOnly(intake, decision)) ?? waits(intake)
  }
}
