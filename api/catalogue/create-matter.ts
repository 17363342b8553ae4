import { catalogueProblem } from './catalogue.errors.ts'
import { z } from 'zod'
import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import type { CatalogueCache } from './catalogue.cache.ts'
import { endMatter, insertMatter, newestMatter, type Matter } from './catalogue.store.ts'
import { kinds, routes, urgencies } from '../vocabulary/catalogue.ts'
import { words } from '../platform/words.ts'

const Leaf = z.strictObject({
  kind: z.enum(kinds),
  route: z.enum(routes),
  /** With route `unit` the unit that is responsible; with `district` or `street` the bureau that guides it, or null. */
  unitId: z.string().nullable(),
  urgency: z.enum(urgencies),
  /** Sentences as citizens say them, Chinese and English. */
  examples: z.array(words(500)).max(200).default([]),
})

/** A matter as a city enters it: a branch, or a leaf with kind, route, urgency and sentences by which citizens mean it. */
export const NewMatter = z
  .strictObject({
    /** Dotted, one part a level: `municipal.lighting.lamp-out`. */
    code: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+){0,2}$/)
      .max(120),
    name: words(200),
    nameEn: words(200),
    /** Null for a branch. */
    leaf: Leaf.nullable().default(null),
    /** From when the row holds; now by default. */
    validFrom: z.date().optional(),
  })
  .refine(({ leaf }) => leaf?.route !== 'unit' || leaf.unitId !== null, {
    path: ['leaf', 'unitId'],
    message: 'a matter of a unit names it',
  })
export type NewMatter = z.input<typeof NewMatter>

/**
 * Adds a matter, or a new version of the one with this code (the older row ends where the new one begins).
 * Branches come before what hangs on them. Throws `matter.parent-missing`.
 */
export const createMatterIn =
  (deps: WriteDeps, cache: CatalogueCache) =>
  async (tx: Tx, actor: Actor, input: NewMatter): Promise<Matter> => {
    demand(actor, 'catalogue.manage')
    const { code, name, nameEn, leaf, validFrom = deps.clock.now() } = NewMatter.parse(input)
    const parts = code.split('.')
    const parentCode = parts.length === 1 ? null : parts.slice(0, -1).join('.')
    if (parentCode !== null && !(await newestMatter(tx, parentCode))) throw catalogueProblem('matter.parent-missing')
    const older = await newestMatter(tx, code)
    const ended = older && older.validTo === null ? await endMatter(tx, older.id, validFrom) : undefined
    const matter = await insertMatter(tx, {
      id: deps.ids.next('matter'),
      code,
      parentCode,
      level: parts.length,
      name,
      nameEn,
      kind: leaf?.kind ?? null,
      route: leaf?.route ?? null,
      unitId: leaf?.unitId ?? null,
      urgency: leaf?.urgency ?? null,
      examples: leaf?.examples ?? [],
      version: (older?.version ?? 0) + 1,
      validFrom,
    })
    if (!matter) throw new Error(`matter ${code} was given its next version by somebody else`)
    const { examples: _sentences, ...after } = matter
    await record(tx, deps, actor, {
      audit: [{ action: 'matter.created', entity: 'matter', entityId: matter.id, after }],
      live: [{ topic: 'matter', type: 'created', entityId: matter.id, audience: { roles: ['admin'] }, payload: {} }],
    })
    tx.afterCommit(() => {
      if (ended) cache.putMatter(ended)
      cache.putMatter(matter)
    })
    return matter
  }
