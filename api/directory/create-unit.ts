import { directoryProblem } from './directory.errors.ts'
import { z } from 'zod'
import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import type { DirectoryCache } from './directory.cache.ts'
import { findUnit, insertUnit, type Unit } from './directory.store.ts'
import { unitLevels } from '../vocabulary/directory.ts'
import { phoneNumber, words } from '../platform/words.ts'

/** A unit as a city enters it. */
export const NewUnit = z.strictObject({
  /** Stable, lower-case, dashed: `putuo-changfeng`. */
  code: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  /** Null for the root, which is the hotline itself. */
  parentId: z.string().nullable(),
  level: z.enum(unitLevels),
  name: words(200),
  nameEn: words(200),
  /** Other names a citizen uses for it or its area. */
  aliases: z.array(words(100)).max(50).default([]),
  /** Kept as E.164, however it is written. */
  dutyPhone: phoneNumber.nullable().default(null),
  /** WGS-84. */
  lat: z.number().min(-90).max(90).nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
})
export type NewUnit = z.input<typeof NewUnit>

/** Adds a unit under its parent. Throws `unit.not-found` (no such parent) and `unit.exists`. */
export const createUnitIn =
  (deps: WriteDeps, cache: DirectoryCache) =>
  async (tx: Tx, actor: Actor, input: NewUnit): Promise<Unit> => {
    demand(actor, 'directory.manage')
    const given = NewUnit.parse(input)
    const parent = given.parentId === null ? null : await findUnit(tx, given.parentId)
    if (parent === undefined) throw directoryProblem('unit.not-found')
    const id = deps.ids.next('unit')
    const unit = await insertUnit(tx, { id, ...given, path: `${parent?.path ?? '/'}${id}/`, active: true })
    if (!unit) throw directoryProblem('unit.exists')
    const { path: _path, ...after } = unit
    await record(tx, deps, actor, {
      audit: [{ action: 'unit.created', entity: 'unit', entityId: id, after }],
      live: [{ topic: 'unit', type: 'created', entityId: id, audience: { roles: ['admin'] }, payload: {} }],
    })
    tx.afterCommit(() => cache.putUnit(unit))
    return unit
  }
