import { catalogueProblem } from './catalogue.errors.ts'
import { z } from 'zod'
import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import type { CatalogueCache } from './catalogue.cache.ts'
import { insertLimit, newestMatter, type LimitRow } from './catalogue.store.ts'
import { grades, kinds, limitStarts, limitUnits, urgencies } from '../vocabulary/catalogue.ts'
import { words } from '../platform/words.ts'

/** A limit as a city enters it: as particular as it likes, with its basis in both languages and its grade. */
export const NewLimitRule = z.strictObject({
  /** A leaf, or a branch that the limit holds for; null: any matter. */
  matterCode: z.string().nullable().default(null),
  kind: z.enum(kinds).nullable().default(null),
  urgency: z.enum(urgencies).nullable().default(null),
  value: z.number().int().min(1).max(5000),
  unit: z.enum(limitUnits),
  /** What the limit runs from: the dispatch, unless its law says otherwise. */
  startEvent: z.enum(limitStarts).default('dispatched'),
  basis: words(500),
  basisEn: words(500),
  grade: z.enum(grades),
  validFrom: z.date().optional(),
  validTo: z.date().nullable().default(null),
})
export type NewLimitRule = z.input<typeof NewLimitRule>

/** Adds a limit with its legal basis and grade. Throws `matter.not-found`. */
export const createLimitRuleIn =
  (deps: WriteDeps, cache: CatalogueCache) =>
  async (tx: Tx, actor: Actor, input: NewLimitRule): Promise<LimitRow> => {
    demand(actor, 'catalogue.manage')
    const given = NewLimitRule.parse(input)
    if (given.matterCode !== null && !(await newestMatter(tx, given.matterCode)))
      throw catalogueProblem('matter.not-found')
    const limit = await insertLimit(tx, {
      id: deps.ids.next('limitRule'),
      ...given,
      validFrom: given.validFrom ?? deps.clock.now(),
    })
    await record(tx, deps, actor, {
      audit: [{ action: 'limit.created', entity: 'limitRule', entityId: limit.id, after: { ...limit } }],
      live: [{ topic: 'limit', type: 'created', entityId: limit.id, audience: { roles: ['admin'] }, payload: {} }],
    })
    tx.afterCommit(() => cache.putLimit(limit))
    return limit
  }
