import type { Tx } from '../../db/db.ts'
import type { Actor } from '../access/actor.ts'
import type { FollowUp, FollowUpStep, AskDeps } from './followup.types.ts'

const templates: Record<Exclude<FollowUpStep, 'done'>, string> = {
  contacted: 'followUp.contacted',
  solved: 'followUp.solved',
  satisfied: 'followUp.satisfied',
  reason: 'followUp.reason',
}

/** Texts the open question. The key holds version and question, so that a repeated transaction never asks twice. */
export const askStep = async (
  deps: AskDeps,
  tx: Tx,
  actor: Actor,
  followUp: FollowUp,
  step: FollowUpStep,
  number: string,
) => {
  if (step === 'done') return
  await deps.tellCitizen(tx, actor, {
    citizenId: followUp.citizenId,
    ticketId: followUp.ticketId,
    template: templates[step],
    params: { number },
    key: `followUp:${followUp.id}:${followUp.version}:${step}`,
  })
}
