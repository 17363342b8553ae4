import type { Tx } from '../../../db/db.ts'
import { lockCall } from '../call/calls.store.ts'
import { callOfUnnamedRoom, saveConference } from './offers.store.ts'

/**
 * Notes which conference of the carrier's a room is, the first time it is told. The call is locked before its offer, as by everybody who decides
 * one: in the other order two of them would wait for each other.
 */
export const noteConference = async (tx: Tx, room: string, conferenceRef: string): Promise<void> => {
  const callId = await callOfUnnamedRoom(tx, room)
  if (callId === undefined) return
  await lockCall(tx, callId)
  await saveConference(tx, room, conferenceRef)
}
