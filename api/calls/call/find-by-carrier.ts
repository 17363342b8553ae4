import type { Read, Tx } from '../../../db/db.ts'
import { callIdByAgentLeg, callIdByConference } from '../queue/offers.store.ts'
import { findCall, findCallByRef, type Call } from './calls.store.ts'

/** The call of a room, now or before: a call that was passed on has had several, and each stays its own. */
export const findCallByConference = async (db: Read | Tx, conferenceRef: string): Promise<Call | undefined> => {
  const id = await callIdByConference(db, conferenceRef)
  return id === undefined ? undefined : findCall(db, id)
}

/** The call of a leg: its citizen's, or that of any agent who has had it. */
export const findCallByLeg = async (db: Read | Tx, ref: string): Promise<Call | undefined> => {
  const found = await findCallByRef(db, ref)
  if (found) return found
  const id = await callIdByAgentLeg(db, ref)
  return id === undefined ? undefined : findCall(db, id)
}
