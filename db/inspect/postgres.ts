import pg from 'pg'
import type { Held } from './file.ts'

/** Looks into a PostgreSQL database without changing anything: its tables but those of extensions. Throws what the network or the server says. */
export const lookAtPostgres = async (url: string): Promise<Held> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows: tables } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r'
         and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
    )
    const { rows: known } = await client.query<{ here: boolean }>(
      `select to_regclass('drizzle.__drizzle_migrations') is not null as here`,
    )
    const { rows } =
      known[0]?.here === true
        ? await client.query<{ at: string | null }>(
            'select max(created_at)::text as at from drizzle.__drizzle_migrations',
          )
        : { rows: [] }
    return { tables: new Set(tables.map(({ name }) => name)), newest: rows[0]?.at == null ? null : Number(rows[0].at) }
  } finally {
    await client.end().catch(() => {})
  }
}
