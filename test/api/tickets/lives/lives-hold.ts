import { asc, sql } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { createInsight } from '../../../../api/insight/insight.ts'
import type { Engine } from '../../../../db/db.ts'
import { migrationsFolder } from '../../../../db/migrations.ts'
import { engines } from '../../../support/databases.ts'
import { counting, createTicketWorld, type TicketWorld } from '../support.ts'
import { invariants } from './invariants.ts'
import { liveRandomly } from './random-lives.ts'

/** In each part of every run; more by `npm run lives -- LIVES SEED`. PostgreSQL answers each query slower and lives fewer. */
const usual = { sqlite: 500, postgres: 25 } as const
const firstSeed = 20_260_301
const asked = inject('lives')

/** One part of the random lives, each part with lives of its own: parts run side by side. */
export const randomLivesHold = (part: number) =>
  describe.each(engines)('random lives (%s)', (engine) => {
    let w: TicketWorld
    afterEach(() => w.close())

    it('break no rule, whatever lawful steps they take', { timeout: 6 * 3_600_000 }, async () => {
      w = await createTicketWorld(engine)
      const began = performance.now()
      const seed = asked?.seed ?? firstSeed + part * usual[engine]
      const { lives, acts, refused, faults } = await liveRandomly(w, { seed, lives: asked?.lives ?? usual[engine] })
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      // oxlint-disable-next-line no-console -- the figures of a run are what it is for
      if (asked) console.log(JSON.stringify({ engine, seed, lives, acts, seconds, refused }, null, 1))
      const kinds = new Map<string, typeof faults>()
      for (const one of faults) kinds.set(one.invariant, [...(kinds.get(one.invariant) ?? []), one])
      const told = [...kinds].map(([name, all]) => ({ name, times: all.length, first: all[0] }))
      expect(told, `seed ${seed}, ${lives} lives, ${acts} acts, ${Object.keys(invariants).length} invariants`).toEqual(
        [],
      )
      expect(acts, 'lives that do nothing show nothing').toBeGreaterThan(lives * 5)

      await ratesEqualARecount(w)
      await carriedOverAsKept(w, engine)
    })
  })

/** The three rates over all that was answered, against the lines that the timelines have of it. */
const ratesEqualARecount = async (w: TicketWorld) => {
  const insight = createInsight({ ...w.deps, calendar: counting.calendar })
  const lines = (await w.db.q.select().from(w.db.t.timelineEntry)).filter(({ type }) => type === 'followUpAnswered')
  const from = new Date(Math.min(...lines.map(({ at }) => at.getTime())))
  const to = new Date(from.getTime() + 400 * 86_400_000)
  const within = lines.filter(({ at }) => at < to).map(({ data }) => data)
  const reached = within.filter(({ outcome }) => outcome === 'answered')
  const { total } = await insight.rates(w.actor('supervisor1'), {
    from: from.toISOString(),
    to: to.toISOString(),
    level: 'street',
  })
  expect({
    reached: total.reached,
    asked: total.asked,
    contacted: total.response.count,
    solved: total.solved.count,
    satisfied: total.satisfied.count,
  }).toEqual({
    reached: reached.length,
    asked: within.length,
    contacted: reached.filter(({ contacted }) => contacted === true).length,
    solved: reached.filter(({ solved }) => solved === true).length,
    satisfied: reached.filter(({ grade }) => Number(grade) >= 3).length,
  })
}

/** What units hold, as a city from before is given it by the migration, against what was kept act by act. */
const carriedOverAsKept = async ({ db }: TicketWorld, engine: Engine) => {
  const { holding } = db.t
  const held = () => db.q.select().from(holding).orderBy(asc(holding.ticketId), asc(holding.unitId)).execute()
  const kept = await held()
  const migration = readFileSync(join(migrationsFolder(engine), '0019_lists.sql'), 'utf8')
  const [fill = ''] = /WITH RECURSIVE up[^;]*/.exec(migration) ?? []
  await db.tx(async (tx) => {
    await tx.q.delete(holding).returning({ ticketId: holding.ticketId })
    await tx.q.insert(holding).select(sql.raw(fill))
  })
  expect(kept.length).toBeGreaterThan(0)
  expect(await held()).toEqual(kept)
}
