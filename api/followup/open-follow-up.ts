import type { Tx } from '../../db/db.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { openFollowUpStates } from '../vocabulary/follow-up.ts'
import { followUpProblem } from './followup.errors.ts'
import { loadFollowUp } from './followup.store.ts'
import type { FollowUp } from './followup.types.ts'

/** Loads an open follow-up as it was seen, with its ticket, within the scope of whoever acts. Throws `follow-up.not-found`, `follow-up.conflict`, `follow-up.settled`. */
export const mustBeOpen = async (tx: Tx, actor: StaffActor, id: string, seen: number) => {
  const found = await loadFollowUp(tx, actor, id)
  const row = found.followUp
  if (!openFollowUpStates.includes(row.state))
    throw followUpProblem('follow-up.settled', undefined, { state: row.state })
  if (row.version !== seen) throw followUpProblem('follow-up.conflict', undefined, { version: row.version })
  return found
}

/** What somebody else has taken is theirs to call. Throws `follow-up.claimed`. */
export const mustBeFree = (row: FollowUp, actor: StaffActor) => {
  if (row.claimedBy !== null && row.claimedBy !== actor.id) throw followUpProblem('follow-up.claimed')
}
