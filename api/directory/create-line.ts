import { directoryProblem } from './directory.errors.ts'
import { z } from 'zod'
import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import type { DirectoryCache } from './directory.cache.ts'
import { insertLine, type Line } from './directory.store.ts'
import { mergeModes } from '../vocabulary/directory.ts'
import { phoneNumber, words } from '../platform/words.ts'

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const text = words(1000)

/** A published number as a city enters it, with what callers hear first. */
export const NewLine = z.strictObject({
  /** The short number people know: `12345`. */
  code: z.string().regex(/^\d{3,11}$/),
  /** Kept as E.164, however it is written. */
  number: phoneNumber,
  name: text,
  nameEn: text,
  mode: z.enum(mergeModes),
  greeting: text,
  greetingEn: text,
  recordingNotice: text,
  recordingNoticeEn: text,
  /** Null: round the clock. Local times. */
  hours: z.strictObject({ from: localTime, to: localTime, workingDaysOnly: z.boolean() }).nullable().default(null),
})
export type NewLine = z.input<typeof NewLine>

/** Adds a published number. Throws `line.exists`. */
export const createLineIn =
  (deps: WriteDeps, cache: DirectoryCache) =>
  async (tx: Tx, actor: Actor, input: NewLine): Promise<Line> => {
    demand(actor, 'directory.manage')
    const id = deps.ids.next('line')
    const line = await insertLine(tx, { id, ...NewLine.parse(input), active: true })
    if (!line) throw directoryProblem('line.exists')
    await record(tx, deps, actor, {
      audit: [{ action: 'line.created', entity: 'line', entityId: id, after: { ...line } }],
      live: [{ topic: 'line', type: 'created', entityId: id, audience: { roles: ['admin'] }, payload: {} }],
    })
    tx.afterCommit(() => cache.putLine(line))
    return line
  }
