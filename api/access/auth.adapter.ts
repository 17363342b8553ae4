import { createAdapterFactory, type CleanedWhere } from 'better-auth/adapters'
import type { Db } from '../../db/db.ts'
import {
  consumeAuth,
  countAuth,
  deleteAuth,
  insertAuth,
  selectAuth,
  updateAuth,
  updateOneAuth,
  type AuthRow,
} from './auth.store.ts'
import { hashToken } from './sessions/token-hash.ts'

/** better-auth's row type is the caller's choice; the rows come from the tables that its models name. */
const as = <Row>(row: unknown) => row as Row

const hashed = (value: CleanedWhere['value']): CleanedWhere['value'] =>
  typeof value === 'string' ? hashToken(value) : Array.isArray(value) ? as<string[]>(value).map(hashToken) : value

/** Conditions as the table knows them: of a session it keeps a hash of the token. */
const stored = (model: string, where: CleanedWhere[]): CleanedWhere[] =>
  model === 'session' ? where.map((one) => (one.field === 'token' ? { ...one, value: hashed(one.value) } : one)) : where

/** A change or a new row as the table keeps it. */
const storedRow = (model: string, row: AuthRow): AuthRow =>
  model === 'session' && typeof row['token'] === 'string' ? { ...row, token: hashToken(row['token']) } : row

/** A row as the library had it in hand: a session by the token it was asked or made with. */
const asAsked = (row: AuthRow | null | undefined, token: unknown): AuthRow | null =>
  row ? (typeof token === 'string' ? { ...row, token } : row) : null

const tokenOf = (model: string, where: CleanedWhere[]) =>
  model === 'session' ? where.find(({ field }) => field === 'token')?.value : undefined

/**
 * better-auth on our `Db`: committed reads, and each write in a transaction of its own, on both engines. It gets sessions by their tokens and
 * never learns that only hashes of them are kept.
 */
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
      create: async ({ model, data }) =>
        as(
          asAsked(
            await insertAuth(db, model, storedRow(model, data)),
            model === 'session' ? as<AuthRow>(data)['token'] : undefined,
          ),
        ),
      findOne: async ({ model, where }) =>
        as(asAsked((await selectAuth(db, model, stored(model, where), { limit: 1 }))[0], tokenOf(model, where))),
      findMany: async ({ model, where = [], limit, offset = 0, sortBy }) =>
        as(await selectAuth(db, model, stored(model, where), { limit, offset, sortBy })),
      count: ({ model, where = [] }) => countAuth(db, model, stored(model, where)),
      update: async ({ model, where, update }) =>
        as(
          where.length === 0
            ? null
            : asAsked(
                await updateOneAuth(db, model, stored(model, where), storedRow(model, as<AuthRow>(update))),
                tokenOf(model, where),
              ),
        ),
      updateMany: async ({ model, where, update }) =>
        (await updateAuth(db, model, stored(model, where), storedRow(model, update))).length,
      delete: async ({ model, where }) => {
        if (where.length > 0) await consumeAuth(db, model, stored(model, where))
      },
      deleteMany: async ({ model, where }) => (await deleteAuth(db, model, stored(model, where))).length,
      consumeOne: async ({ model, where }) =>
        as(where.length === 0 ? null : await consumeAuth(db, model, stored(model, where))),
    }),
  })
