import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db, EngineDb, Read, Tx } from './db.ts'

const inside = new AsyncLocalStorage<true>()

/** Reads of what is committed, which are an error inside a transaction. */
const outside = (read: Read): Read => ({
  engine: read.engine,
  t: read.t,
  get q() {
    if (inside.getStore()) throw new Error('inside a transaction: read through the Tx')
    return read.q
  },
})

/**
 * Wraps an engine so that the three ways of losing a write are errors: a nested transaction, a read past the open one,
 * and a statement run by a promise that outlived its transaction.
 */
export const guard = (db: EngineDb): Db => {
  const committed = outside(db)
  return {
    engine: db.engine,
    t: db.t,
    get q() {
      return committed.q
    },
    lists: outside(db.lists),
    reports: outside(db.reports),
    tx: async (work) => {
      if (inside.getStore()) throw new Error('nested transaction: pass the Tx down')
      return db.tx((tx) =>
        inside.run(true, async () => {
          let open = true
          const ends = { first: [] as (() => Promise<void>)[], last: [] as (() => Promise<void>)[] }
          const own: Tx = {
            engine: tx.engine,
            t: tx.t,
            get q() {
              if (!open) throw new Error('the transaction has ended')
              return tx.q
            },
            beforeCommit: (run, turn = 'last') => {
              ends[turn].push(run)
            },
            afterCommit: tx.afterCommit,
          }
          try {
            const out = await work(own)
            for (const run of ends.first) await run()
            for (const run of ends.last) await run()
            return out
          } finally {
            open = false
          }
        }),
      )
    },
    onNotify: (listener) => db.onNotify(listener),
    load: () => db.load(),
    close: () => db.close(),
  }
}

/** Leaves the transaction's mark behind, so that work started now may use the database on its own. */
export const outsideTransaction = <T>(run: () => T): T => inside.exit(run)
