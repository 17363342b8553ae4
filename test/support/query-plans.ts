import Database from 'better-sqlite3'
import { drizzle as overPostgres } from 'drizzle-orm/pg-proxy'
import { drizzle as overSqlite } from 'drizzle-orm/sqlite-proxy'
import pg from 'pg'
import type { Engine, Read } from '../../db/db.ts'
import { postgresSchema } from '../../db/schema.postgres.ts'
import { sqliteSchema } from '../../db/schema.sqlite.ts'
import { openTestDb } from './databases.ts'

interface Statement {
  sql: string
  params: unknown[]
}

/** How a statement reads one table: by which index, if any, and whether it puts what it found there in order before it stops. */
export interface Access {
  table: string
  index: string | null
  /** From one end to the other, not from where the index leads to. */
  whole: boolean
  sorted: boolean
}

/** The statements of a query, which is answered with nothing. */
const statementsOf = async (engine: Engine, ask: (db: Read) => Promise<unknown>): Promise<Statement[]> => {
  const asked: Statement[] = []
  const hear = async (sql: string, params: unknown[]) => {
    asked.push({ sql, params })
    return { rows: [] }
  }
  const options = { casing: 'snake_case' } as const
  const sqlite = engine === 'sqlite'
  const q = (sqlite ? overSqlite(hear, undefined, options) : overPostgres(hear, options)) as unknown as Read['q'] // both build what the engines' own do
  await ask({ engine, t: sqlite ? sqliteSchema : postgresSchema, q })
  return asked
}

interface Line {
  id: number
  parent: number
  detail: string
}

const sqliteAccesses = (lines: readonly Line[]): Access[] =>
  lines.flatMap(({ parent, detail }) => {
    const found = /^(SEARCH|SCAN) (\w+)(?:.* USING (?:COVERING )?INDEX (\w+))?/.exec(detail)
    if (!found?.[2] || /^(range|ranges|some|\()/.test(found[2])) return []
    return {
      table: found[2],
      index: found[3] ?? null,
      whole: found[1] === 'SCAN' || /INDEX \w+ \(ANY/.test(detail),
      sorted: lines.some((line) => line.parent === parent && line.detail.startsWith('USE TEMP B-TREE FOR ORDER BY')),
    }
  })

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Node[]
}

const postgresAccesses = (node: Node, sorted = false): Access[] => {
  const type = node['Node Type']
  const below = type === 'Limit' ? false : sorted || /^(Incremental )?Sort$/.test(type)
  const table = node['Relation Name']
  const own =
    table === undefined
      ? []
      : [{ table, index: node['Index Name'] ?? null, whole: node['Index Cond'] === undefined, sorted }]
  return [...own, ...(node.Plans ?? []).flatMap((plan) => postgresAccesses(plan, below))]
}

/** How a database of an engine would read: an empty one that believes to have a million tickets. */
export interface Planner {
  accesses(ask: (db: Read) => Promise<unknown>): Promise<Access[]>
  run(sql: string): Promise<void>
  close(): Promise<void>
}

/** Tables that grow with a city, and their rows at a million tickets. */
const sizes = {
  ticket: 1_000_000,
  holding: 2_000_000,
  assignment: 1_200_000,
  follow_up: 1_000_000,
  audit: 20_000_000,
  timeline_entry: 17_000_000,
  contact: 2_100_000,
  message: 3_000_000,
  call: 500_000,
}

const anyValue: Readonly<Record<string, string>> = {
  text: `''`,
  bigint: '0',
  boolean: 'false',
  jsonb: `'{}'`,
  'double precision': '0',
  'timestamp with time zone': 'now()',
}

/** SQL for some row of a table. */
const oneRow = async (client: pg.Client, table: string): Promise<string> => {
  const { rows } = await client.query(
    `select column_name as name, data_type as type from information_schema.columns where table_name = $1`,
    [table],
  )
  const columns = rows as { name: string; type: string }[]
  return `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${columns.map(({ type }) => anyValue[type] ?? 'null').join(', ')})`
}

/** `known`: the city has looked at its tables (`analyze`), which a SQLite file never does by itself. */
export const openPlanner = async (engine: Engine, { known }: { known: boolean }): Promise<Planner> => {
  const store = await openTestDb(engine)
  if (engine === 'sqlite') {
    const open = () => new Database(store.url.slice('file:'.length))
    let db = open()
    if (known) {
      db.exec('analyze')
      for (const [table, rows] of Object.entries(sizes))
        db.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, null, ?)').run(table, String(rows))
      db.close()
      db = open()
    }
    return {
      accesses: async (ask) =>
        (await statementsOf(engine, ask)).flatMap(({ sql, params }) =>
          sqliteAccesses(db.prepare(`explain query plan ${sql}`).all(...params) as Line[]),
        ),
      run: async (sql) => void db.exec(sql),
      close: async () => {
        db.close()
        await store.drop()
      },
    }
  }
  const client = new pg.Client({ connectionString: store.url })
  await client.connect()
  // a table of one page, of which PostgreSQL has noted how many rows a page has
  for (const [table, rows] of Object.entries(sizes)) {
    await client.query(await oneRow(client, table))
    await client.query('update pg_class set relpages = 1, reltuples = $2 where relname = $1', [table, rows])
  }
  for (const off of ['seqscan', 'bitmapscan']) await client.query(`set enable_${off} = off`)
  return {
    accesses: async (ask) => {
      const found: Access[] = []
      for (const { sql, params } of await statementsOf(engine, ask)) {
        const { rows } = await client.query(`explain (format json) ${sql}`, params)
        const [{ 'QUERY PLAN': plans }] = rows as [{ 'QUERY PLAN': [{ Plan: Node }] }]
        found.push(...postgresAccesses(plans[0].Plan))
      }
      return found
    },
    run: async (sql) => void (await client.query(sql)),
    close: async () => {
      await client.end()
      await store.drop()
    },
  }
}
