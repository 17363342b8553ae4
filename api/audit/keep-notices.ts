import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { endings, keptNotice } from './desk-notice.rules.ts'
import { endNotices, keepNotice } from './desk-notices.store.ts'
import type { LiveNote, RecordDeps } from './record.ts'

/** Who is told that a danger has been handled: whoever may have been told of the danger. */
const desks = ['agent', 'dispatcher', 'supervisor', 'admin']

/**
 * What live events leave behind for desks, kept in the transaction of the events: new notices, and an end of those that are past. Answers the
 * events that tell of it.
 */
export const keepNotices = async (
  tx: Tx,
  deps: Pick<RecordDeps, 'clock' | 'ids'>,
  actor: Actor,
  notes: readonly LiveNote[],
): Promise<LiveNote[]> => {
  const at = deps.clock.now()
  const told: LiveNote[] = []
  for (const note of notes) {
    for (const id of await endNotices(tx, endings(note), actor, at)) told.push(handledNote(id, actor.name))
    const kept = keptNotice(note)
    if (kept === null) continue
    const { topic, type, entityId, payload } = note
    const { subject, citizenId, open } = kept
    const accused = note.audience.accused ?? null
    const id = deps.ids.next('deskNotice')
    const row = { id, at, subject, topic, type, entityId, payload, citizenId, open, accused }
    await keepNotice(tx, row, kept, actor.kind === 'staff' && !open ? actor.id : null)
  }
  return told
}

/** A danger has been handled: tells every desk that may have it before its eyes. */
export const handledNote = (noticeId: string, by: string): LiveNote => ({
  topic: 'alert',
  type: 'handled',
  entityId: noticeId,
  audience: { roles: desks },
  payload: { by },
})
