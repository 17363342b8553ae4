import { z } from 'zod'
import { LiveEvent } from '../../api/vocabulary/live-events.ts'
import type { Db } from '../../db/db.ts'

/** The recorded live events that are no members of the list, each with what is wrong. */
export const strayEvents = async (db: Db): Promise<string[]> =>
  (await db.q.select().from(db.t.liveEvent)).flatMap(({ seq, at, topic, type, entityId, payload }) => {
    const read = LiveEvent.safeParse({ seq, at: at.toISOString(), topic, type, id: entityId, payload })
    return read.success ? [] : `${topic} ${type}: ${z.prettifyError(read.error)}`
  })

/** Throws where a verb recorded a live event that is no member of the list. */
export const demandListedEvents = async (db: Db): Promise<void> => {
  const stray = await strayEvents(db)
  if (stray.length > 0)
    throw new Error(`live events that api/vocabulary/live-events.ts does not have:\n${stray.join('\n')}`)
}
