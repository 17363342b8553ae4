import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Db, EngineDb, Read, Tx } from './db.ts'
import { guard } from './guard.ts'
import { migrationsFolder } from './migrations.ts'
import { openClasses } from './readers/postgres-classes.ts'
import { postgresSchema } from './schema.postgres.ts'

/** The query half that verbs may use; relational queries and raw execution stay unseen. */
const narrow = (database: unknown) => database as Tx['q'] & Read['q']

const channel = 'yixian_live'

/** Two processes starting together must not migrate together, nor fill the same database. */
const migrationLock = 311_000_001
const fillingLock = 311_000_004

/** Paths of units and codes of matters are looked up as ranges, in which `/` and `.` must come before letters and digits. */
const demandOrder = async (client: pg.ClientBase) => {
  const { rows } = await client.query(
    `select '/a/b/' >= '/a/' and '/a/b/' < '/a0' and 'a.b' >= 'a.' and 'a.b' < 'a/' as right`,
  )
  if (rows[0]?.right !== true)
    throw Object.assign(new Error('This PostgreSQL database sorts text without its punctuation; make one of C.UTF-8'), {
      code: 'COLLATION',
    })
}

/** Opens PostgreSQL (any number of processes may share it), migrating first under a lock. */
export const openPostgres = async (url: string, options: { max?: number } = {}): Promise<Db> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    // A host that swallows packets must not hold whoever asks for ever.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // A connection that the server ends must not end the process, whether it is idle or in a transaction: whoever uses it is told by the
  // statement that fails, and the next one opens another.
  pool.on('error', () => {})
  pool.on('connect', (connection) => connection.on('error', () => {}))
  const client = await pool.connect()
  try {
    await demandOrder(client)
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder('postgres') })
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
  } catch (error) {
    // The lock goes with its connection.
    client.release(true)
    await pool.end()
    throw error
  }
  client.release()
  const database = drizzle(pool, { casing: 'snake_case' })
  const classes = openClasses(url)
  const read = (q: Read['q']): Read => ({ engine: 'postgres', t: postgresSchema, q })
  const listeners = new Set<() => void>()
  let listening: pg.Client | null = null
  let closed = false

  const listen = async () => {
    const own = new pg.Client({ connectionString: url })
    own.on('notification', () => listeners.forEach((hear) => hear()))
    own.on('error', () => {})
    own.on('end', () => {
      if (listening === own) listening = null
      if (!closed && listeners.size > 0) setTimeout(() => void listen().catch(() => {}), 1000).unref()
    })
    await own.connect()
    await own.query(`listen ${channel}`)
    listening = own
    // What was committed while nobody listened is read now.
    listeners.forEach((hear) => hear())
  }

  const tx: EngineDb['tx'] = async <T>(work: (tx: Omit<Tx, 'beforeCommit'>) => Promise<T>) => {
    const after: (() => void)[] = []
    // Given back here: the library keeps for good a connection on which it could not begin.
    const connection = await pool.connect()
    let out: T
    try {
      out = await drizzle(connection, { casing: 'snake_case' }).transaction((inner) =>
        work({ engine: 'postgres', t: postgresSchema, q: narrow(inner), afterCommit: (run) => after.push(run) }),
      )
    } finally {
      connection.release()
    }
    for (const run of after) run()
    return out
  }

  return guard({
    engine: 'postgres',
    t: postgresSchema,
    q: narrow(database),
    lists: read(narrow(classes.lists)),
    reports: read(narrow(classes.reports)),
    tx,
    load: classes.load,
    onNotify: (listener) => {
      listeners.add(listener)
      if (!listening) void listen().catch(() => {})
      return () => listeners.delete(listener)
    },
    close: async () => {
      closed = true
      await listening?.end()
      await classes.close()
      await pool.end()
    },
  })
}

/** Lets a connection be asked while it answers: the driver wants one statement at a time. */
const oneByOne = (client: pg.Client) => {
  const ask = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
  let turn: Promise<unknown> = Promise.resolve()
  const wait = (...given: unknown[]) => (turn = turn.catch(() => {}).then(() => ask(...given)))
  client.query = wait as typeof client.query // only ever asked for promises, by drizzle
}

/** Everything `work` writes as one transaction of one connection; its own transactions are savepoints, one after another. */
export const fillPostgres = async <T>(url: string, work: (db: Db) => Promise<T>): Promise<T> => {
  await (await openPostgres(url)).close()
  const client = new pg.Client({ connectionString: url })
  // A lost connection fails the statement that waits for it.
  client.on('error', () => {})
  await client.connect()
  oneByOne(client)
  try {
    return await drizzle(client, { casing: 'snake_case' }).transaction(async (whole) => {
      await whole.execute(sql`select pg_advisory_xact_lock(${fillingLock})`)
      let turn: Promise<unknown> = Promise.resolve()
      const tx: EngineDb['tx'] = async (part) => {
        const after: (() => void)[] = []
        const before = turn
        const run = async () => {
          await before.catch(() => {})
          return whole.transaction((inner) =>
            part({ engine: 'postgres', t: postgresSchema, q: narrow(inner), afterCommit: (then) => after.push(then) }),
          )
        }
        const mine = run()
        turn = mine
        const out = await mine
        for (const then of after) then()
        return out
      }
      return work(
        guard({
          engine: 'postgres',
          t: postgresSchema,
          q: narrow(whole),
          lists: { engine: 'postgres', t: postgresSchema, q: narrow(whole) },
          reports: { engine: 'postgres', t: postgresSchema, q: narrow(whole) },
          tx,
          onNotify: () => () => {},
          load: () => [],
          close: async () => {},
        }),
      )
    })
  } finally {
    await client.end()
  }
}
