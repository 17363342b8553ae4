import { citizenProblem } from './citizens.errors.ts'
import { z } from 'zod'
import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import { findCitizen, updateCitizen, type Citizen } from './citizens.store.ts'
import { words } from '../platform/words.ts'

const clearable = (most: number) =>
  words(most, 0)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .optional()

/** What may be changed of a citizen; what is left out stays. */
export const CitizenChange = z
  .strictObject({
    /** How they wish to be called; empty or null clears it. */
    name: clearable(60),
    /** What the hotline should remember; for the hotline only. */
    note: clearable(500),
    /** The language of the texts they get. */
    locale: z.enum(['zh-CN', 'en']).optional(),
  })
  .meta({ id: 'CitizenChangeBody', samples: [{ name: '李先生', note: null }] })
export type CitizenChange = z.input<typeof CitizenChange>

/** What another room must do when a citizen is called otherwise; in the transaction of the change. */
export type WhenRenamed = (tx: Tx, citizenId: string) => Promise<void>

/** The same within a transaction of another verb, such as filing. Throws `auth.forbidden`, `citizen.not-found`. */
export const changeCitizenIn =
  (deps: WriteDeps, renamed: readonly WhenRenamed[]) =>
  async (tx: Tx, actor: Actor, id: string, input: CitizenChange): Promise<Citizen> => {
    demand(actor, 'citizen.write')
    const given = CitizenChange.parse(input)
    const before = await findCitizen(tx, id)
    if (!before) throw citizenProblem('citizen.not-found')
    const keys = (['name', 'note', 'locale'] as const).filter(
      (key) => given[key] !== undefined && given[key] !== before[key],
    )
    if (keys.length === 0) return before
    const change = Object.fromEntries(keys.map((key) => [key, given[key]]))
    const after = await updateCitizen(tx, id, change, deps.clock.now())
    if (!after) throw citizenProblem('citizen.not-found')
    if (keys.includes('name')) for (const hear of renamed) await hear(tx, id)
    const was = Object.fromEntries(keys.map((key) => [key, before[key]]))
    await record(tx, deps, actor, {
      audit: [{ action: 'citizen.changed', entity: 'citizen', entityId: id, before: was, after: change }],
    })
    return after
  }

/** Changes how a citizen is called, what the hotline notes of them, or their language. Throws `auth.forbidden`, `citizen.not-found`. */
export const changeCitizen = (deps: WriteDeps, renamed: readonly WhenRenamed[]) => {
  const change = changeCitizenIn(deps, renamed)
  return (actor: Actor, id: string, input: CitizenChange): Promise<Citizen> =>
    deps.db.tx((tx) => change(tx, actor, id, input))
}
