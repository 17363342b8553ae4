import { createAdapterFactory } from 'better-auth/adapters'
import type { Db } from '../../db/db.ts'
import { consumeAuth, countAuth, deleteAuth, insertAuth, selectAuth, updateAuth, updateOneAuth } from './auth.store.ts'

/** better-auth's row type is the caller's choice; the rows come from the tables that its models name. */
const as = <Row>(row: unknown) => row as Row

/** better-auth on our `Db`: committed reads, and each write in a transaction of its own, on both engines. */
export const authAdapter = (db: Db) =>
  createAdapterFactory({
    config: {
      adapterId: 'yixian',
      adapterName: 'Yixian Db',
      supportsNumericIds: false,
      supportsDates: true,
      supportsBooleans: true,
      supportsJSON: false,
      transaction: false,
    },
    adapter: () => ({
      create: async ({ model, data }) => as(await insertAuth(db, model, data)),
      findOne: async ({ model, where }) => as((await selectAuth(db, model, where, { limit: 1 }))[0] ?? null),
      findMany: async ({ model, where = [], limit, offset = 0, sortBy }) =>
        as(await selectAuth(db, model, where, { limit, offset, sortBy })),
      count: ({ model, where = [] }) => countAuth(db, model, where),
      update: async ({ model, where, update }) =>
        as(where.length === 0 ? null : await updateOneAuth(db, model, where, as<Record<string, unknown>>(update))),
      updateMany: async ({ model, where, update }) => (await updateAuth(db, model, where, update)).length,
      delete: async ({ model, where }) => {
        if (where.length > 0) await consumeAuth(db, model, where)
      },
      deleteMany: async ({ model, where }) => (await deleteAuth(db, model, where)).length,
      consumeOne: async ({ model, where }) => as(where.length === 0 ? null : await consumeAuth(db, model, where)),
    }),
  })
