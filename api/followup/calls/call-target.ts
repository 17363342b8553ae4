import type { Tx } from '../../../db/db.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { openFollowUpStates } from '../../vocabulary/follow-up.ts'
import { followUpProblem } from '../followup.errors.ts'
import { loadFollowUp } from '../followup.store.ts'
import { mustBeFree } from '../open-follow-up.ts'

/** Whom to ring for a follow-up. Throws `follow-up.not-found`, `follow-up.settled`, `follow-up.claimed`. */
export const callTarget = async (tx: Tx, actor: StaffActor, id: string) => {
  const { followUp: row, ticket } = await loadFollowUp(tx, actor, id)
  if (!openFollowUpStates.includes(row.state))
    throw followUpProblem('follow-up.settled', undefined, { state: row.state })
  mustBeFree(row, actor)
  return { citizenId: row.citizenId, ticketId: row.ticketId, lineId: ticket.lineId }
}
