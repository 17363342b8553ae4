import { desc, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

/** A call that was made to ask a citizen. */
export type OwnCall = Pick<
  Read['t']['call']['$inferSelect'],
  'id' | 'followUpId' | 'startedAt' | 'answeredAt' | 'endedAt'
>

/** The calls that were made for some follow-ups, the newest first. */
export const ownCallsOf = async (db: Read | Tx, followUpIds: readonly string[]): Promise<OwnCall[]> => {
  const { call } = db.t
  return followUpIds.length === 0
    ? []
    : db.q
        .select({
          id: call.id,
          followUpId: call.followUpId,
          startedAt: call.startedAt,
          answeredAt: call.answeredAt,
          endedAt: call.endedAt,
        })
        .from(call)
        .where(inArray(call.followUpId, [...followUpIds]))
        .orderBy(desc(call.startedAt), desc(call.id))
        .execute()
}

/** What was recorded of some calls. */
export const recordingsOfCalls = async (db: Read, callIds: readonly string[]) => {
  const { recording } = db.t
  return callIds.length === 0
    ? []
    : db.q
        .select({
          id: recording.id,
          callId: recording.callId,
          durationSeconds: recording.durationSeconds,
          sha256: recording.sha256,
        })
        .from(recording)
        .where(inArray(recording.callId, [...callIds]))
        .execute()
}
