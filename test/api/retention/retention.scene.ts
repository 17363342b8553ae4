import type { Db, Engine } from '../../../db/db.ts'
import { createTestApp } from '../../support/app.ts'
import { contents, livesIn } from '../app/samples.ts'
import { oldRows } from './old-rows.ts'

/** A day, ms. */
export const day = 86_400_000

/** The program whose minutes and days pass as the test says, and whose database may be lost in between. */
export const retentionScene = async (engine: Engine) => {
  /** How many more transactions come to their end. */
  const power = { transactions: Number.POSITIVE_INFINITY }
  const wrapDb = (db: Db) =>
    new Proxy(db, {
      get: (target, key) =>
        key === 'tx'
          ? (work: Parameters<Db['tx']>[0]) =>
              power.transactions-- > 0 ? target.tx(work) : Promise.reject(new Error('the power went'))
          : Reflect.get(target, key),
    })
  const app = await createTestApp(engine, { wrapDb })
  const { db, clock, services } = app
  const now = () => clock.now()
  /** What the job does each minute. */
  const look = async (of = services) => (await Promise.all(of.retention.jobs.map((job) => job.run())))[0] ?? 0
  return {
    app,
    db,
    clock,
    power,
    now,
    look,
    lives: livesIn(app),
    ago: (days: number) => new Date(now().getTime() - days * day),
    /** The first look only notes the kinds; a week later the first runs begin. */
    pastFirstWeek: async () => {
      await look()
      clock.advance(8 * day)
    },
    /** Looks again and again, as the minutes do, until nothing is under way any more. Answers how much went. */
    toTheEnd: async () => {
      let erased = 0
      for (let at = 0; at < 100; at++) {
        erased += await look()
        const runs = await db.q.select().from(db.t.retentionRun)
        if (runs.every(({ finishedAt, nextAt }) => finishedAt !== null && nextAt > now())) return erased
      }
      throw new Error('the runs do not end')
    },
    put: (kind: string, id: string, at: Date) => db.tx(async (tx) => void (await oldRows[kind]?.add(tx, id, at))),
    /** Which rows of a kind still have their content. */
    whole: async (kind: string) => db.tx(async (tx): Promise<string[]> => (await oldRows[kind]?.whole(tx)) ?? []),
    /** What the audit says was done to a kind. */
    auditOf: async (kind: string) =>
      (await db.q.select().from(db.t.audit)).filter(
        ({ entity, entityId }) => entity === 'retention' && entityId === kind,
      ),
    /** Everything that retention is about, to be compared. */
    everything: () => contents(app, ['retentionRun']),
  }
}
