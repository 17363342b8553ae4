import type { CleanedWhere } from 'better-auth/adapters'
import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  type Column,
  type SQL,
} from 'drizzle-orm'
import type { Db, Read, Tx } from '../../db/db.ts'
import { containsText } from '../../db/dialect/search/contains-text.ts'

/** The tables better-auth knows, by its model names. */
const authModels = {
  user: 'authUser',
  session: 'authSession',
  account: 'authAccount',
  verification: 'authVerification',
  twoFactor: 'authTwoFactor',
} as const
/** The sign-in library's word for one of its tables. */
type AuthModel = keyof typeof authModels

/** A row as the sign-in library hands it over and takes it back; its columns are known at run time only. */
export type AuthRow = Record<string, unknown>

/**
 * The one cast of the adapter: better-auth names models and fields at run time, so all its tables are seen as one of them.
 * Every field is looked up in `columnsOf` before use, so a name that is no column throws.
 */
const tableOf = (db: Read | Tx, model: string) => {
  if (!(model in authModels)) throw new Error(`no table for ${model}`)
  return db.t[authModels[model as AuthModel]] as Read['t']['authUser']
}

/** A row as better-auth wants it: it knows its fields by name only. */
const asRow = (row: unknown) => row as AuthRow
const asInsert = (row: AuthRow) => row as Read['t']['authUser']['$inferInsert']

/**
 * The columns of one of the library's tables, by field name. Throws on a table that it has none of.
 * @internal exported for its test
 */
export const columnsOf = (db: Read | Tx, model: string): Record<string, Column> => getTableColumns(tableOf(db, model))

const columnOf = (db: Read | Tx, model: string, field: string): Column => {
  const column = columnsOf(db, model)[field]
  if (!column) throw new Error(`${model} has no ${field}`)
  return column
}

const list = (value: CleanedWhere['value']) => (Array.isArray(value) ? [...value] : [value])

type Value = CleanedWhere['value']

/** The comparisons of better-auth that this adapter offers; it uses no other one for the features we have. */
const comparisons: Partial<
  Record<NonNullable<CleanedWhere['operator']>, (column: Column, value: Value, db: Read | Tx) => SQL>
> = {
  eq: (column, value) => (value === null ? isNull(column) : eq(column, value)),
  ne: (column, value) => (value === null ? isNotNull(column) : ne(column, value)),
  lt: (column, value) => lt(column, value),
  lte: (column, value) => lte(column, value),
  gt: (column, value) => gt(column, value),
  gte: (column, value) => gte(column, value),
  in: (column, value) => inArray(column, list(value)),
  not_in: (column, value) => notInArray(column, list(value)),
  contains: (column, value, db) => containsText(db, column, String(value)),
}

const toSql = (db: Read | Tx, model: string, { field, value, operator, mode }: CleanedWhere): SQL => {
  if (mode === 'insensitive') throw new Error('user names are stored in lower case: compare them so')
  const compare = comparisons[operator ?? 'eq']
  if (!compare) throw new Error(`the condition ${operator} is not offered`)
  return compare(columnOf(db, model, field), value, db)
}

/** Conditions joined by AND all hold; of those joined by OR at least one does (as better-auth's own adapters read them). */
const where = (db: Read | Tx, model: string, conditions: CleanedWhere[]): SQL | undefined => {
  const of = (connector: CleanedWhere['connector']) =>
    conditions.filter((one) => one.connector === connector).map((one) => toSql(db, model, one))
  const [first, ...others] = conditions
  if (first && others.length === 0) return toSql(db, model, first)
  return and(...of('AND'), or(...of('OR')))
}

/** Adds a row; answers it as stored. */
export const insertAuth = async (db: Db, model: string, row: AuthRow): Promise<AuthRow> =>
  db.tx(async (tx) => {
    const [made] = await tx.q.insert(tableOf(tx, model)).values(asInsert(row)).returning()
    return asRow(made)
  })

/** The rows that meet all conditions, sorted and cut as the library asks. */
export const selectAuth = async (
  db: Read | Tx,
  model: string,
  conditions: CleanedWhere[],
  options: { limit?: number; offset?: number; sortBy?: { field: string; direction: 'asc' | 'desc' } | undefined } = {},
): Promise<AuthRow[]> => {
  const sort = options.sortBy && columnOf(db, model, options.sortBy.field)
  const query = db.q
    .select()
    .from(tableOf(db, model))
    .where(where(db, model, conditions))
    .$dynamic()
  if (sort)
    void query.orderBy(options.sortBy?.direction === 'desc' ? desc(sort) : asc(sort), asc(columnOf(db, model, 'id')))
  if (options.limit !== undefined) void query.limit(options.limit)
  if (options.offset !== undefined) void query.offset(options.offset)
  return (await query).map(asRow)
}

/** How many rows meet all conditions. */
export const countAuth = async (db: Db, model: string, conditions: CleanedWhere[]): Promise<number> => {
  const [row] = await db.q
    .select({ rows: count() })
    .from(tableOf(db, model))
    .where(where(db, model, conditions))
  return row?.rows ?? 0
}

/** Changes every row that meets all conditions; answers them as they are now. */
export const updateAuth = (db: Db, model: string, conditions: CleanedWhere[], change: AuthRow): Promise<AuthRow[]> =>
  db.tx(async (tx) =>
    (
      await tx.q
        .update(tableOf(tx, model))
        .set(asInsert(change))
        .where(where(tx, model, conditions))
        .returning()
    ).map(asRow),
  )

/** Removes every row that meets all conditions; answers what was there. */
export const deleteAuth = (db: Db, model: string, conditions: CleanedWhere[]): Promise<AuthRow[]> =>
  db.tx(async (tx) =>
    (
      await tx.q
        .delete(tableOf(tx, model))
        .where(where(tx, model, conditions))
        .returning()
    ).map(asRow),
  )

/** Changes one row of those that match, and no other. */
export const updateOneAuth = (
  db: Db,
  model: string,
  conditions: CleanedWhere[],
  change: AuthRow,
): Promise<AuthRow | null> =>
  db.tx(async (tx) => {
    const [found] = await selectAuth(tx, model, conditions, { limit: 1 })
    if (!found) return null
    const id = eq(columnOf(tx, model, 'id'), found['id'])
    const [changed] = await tx.q
      .update(tableOf(tx, model))
      .set(asInsert(change))
      .where(and(id, where(tx, model, conditions)))
      .returning()
    return changed ? asRow(changed) : null
  })

/** Takes one row away and answers it: of several that try at once, one gets it. */
export const consumeAuth = (db: Db, model: string, conditions: CleanedWhere[]): Promise<AuthRow | null> =>
  db.tx(async (tx) => {
    const [found] = await selectAuth(tx, model, conditions, { limit: 1 })
    if (!found) return null
    const [gone] = await tx.q
      .delete(tableOf(tx, model))
      .where(eq(columnOf(tx, model, 'id'), found['id']))
      .returning()
    return gone ? asRow(gone) : null
  })
