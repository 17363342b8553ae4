import pg from 'pg'
import type { FillEngine, StoredRow } from './engine.types.ts'

/** A PostgreSQL database, filled by one connection without a thought for power cuts. */
export const postgresEngine = async (url: string): Promise<FillEngine> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const setting of [
    'synchronous_commit = off',
    "maintenance_work_mem = '1GB'",
    "work_mem = '256MB'",
    'jit = off',
    // Loops over the plan and the few rows of each story keep the order of the plan.
    'enable_hashjoin = off',
    'enable_mergejoin = off',
  ])
    await client.query(`set ${setting}`)
  return {
    all: async (sql) => (await client.query<StoredRow>(sql)).rows,
    run: async (sql) => {
      await client.query(sql)
    },
    insert: async (table, rows) => {
      const names = Object.keys(rows[0] ?? {})
        .map((name) => `"${name}"`)
        .join(',')
      await client.query(
        `insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", $1::json)`,
        [JSON.stringify(rows)],
      )
    },
    readMoment: (value) => (value instanceof Date ? value.getTime() : Date.parse(String(value))),
    writeMoment: (ms) => new Date(ms).toISOString(),
    later: (moment, ms) => `${moment} + ${ms} * interval '1 millisecond'`,
    json: (text) => `${text}::jsonb`,
    dropIndexes: async (tables) => {
      const { rows } = await client.query<{ name: string; sql: string }>(
        `select i.relname as name, pg_get_indexdef(x.indexrelid) as sql
         from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class r on r.oid = x.indrelid
         where r.relname = any($1) and not x.indisprimary`,
        [tables],
      )
      for (const { name } of rows) await client.query(`drop index "${name}"`)
      return async () => {
        for (const { sql } of rows) await client.query(sql)
        // What was seen by every reader is marked so now, not by the first who reads.
        await client.query('vacuum analyze')
      }
    },
    close: () => client.end(),
  }
}
