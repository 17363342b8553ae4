import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ReadLoad } from '../db.ts'
import { asker } from './asker.ts'
import { readLimits } from './limits.ts'
import { ReadRefused } from './reading.types.ts'

/** Connections of a server for lists and for reports: neither takes those of intake and acts. */
const connections = { lists: 6, reports: 2 } as const

/** Asks a pool or a connection, for promises only, as the query builder does. */
const ask = (one: pg.Pool | pg.PoolClient, given: unknown[]) =>
  (one.query as (...asked: unknown[]) => Promise<unknown>).apply(one, given)

/** The number by which the server knows a connection; the driver's types leave it out. */
const processOf = (client: pg.PoolClient): unknown => Reflect.get(client, 'processID')

/** How long the server has to stop a statement before it is told again, ms: what it is told before the statement has reached it says nothing to it. */
const againMs = 50

/** Lets what is read for somebody end with them: the server is told to stop, and the connection goes to the next only when it has. */
const endingWithAsker = (pool: pg.Pool, stopping: pg.Pool) => {
  const query = async (...given: unknown[]) => {
    const signal = asker()
    if (!signal) return ask(pool, given)
    if (signal.aborted) throw new ReadRefused('left')
    const client = await pool.connect()
    if (signal.aborted) {
      client.release()
      throw new ReadRefused('left')
    }
    let runs = true
    let stopped: Promise<unknown> = Promise.resolve()
    const untilStopped = async () => {
      for (; runs; await sleep(againMs))
        await stopping.query('select pg_cancel_backend($1)', [processOf(client)]).catch(() => {})
    }
    const stop = () => {
      stopped = untilStopped()
    }
    signal.addEventListener('abort', stop, { once: true })
    try {
      return await ask(client, given)
    } finally {
      runs = false
      signal.removeEventListener('abort', stop)
      await stopped
      client.release()
    }
  }
  // The query builder asks a client, and nothing else of it.
  return { query } as unknown as pg.PoolClient
}

/** Pools of a PostgreSQL database whose statements the server itself ends when they take longer than their class may. */
export const openClasses = (url: string) => {
  const pool = (options: pg.PoolConfig) =>
    new pg.Pool({ connectionString: url, ...options })
      .on('error', () => {})
      .on('connect', (connection) => connection.on('error', () => {}))
  const open = (name: keyof typeof connections) =>
    pool({ max: connections[name], statement_timeout: readLimits[name].limitMs })
  const [lists, reports] = [open('lists'), open('reports')]
  // Of its own: whoever is being stopped holds a connection until it is, and all of a class may be stopped at once.
  const stopping = pool({ max: 1 })
  const loadOf = (name: ReadLoad['class'], { totalCount, idleCount, waitingCount }: pg.Pool): ReadLoad => ({
    class: name,
    running: totalCount - idleCount,
    waiting: waitingCount,
  })
  return {
    load: () => [loadOf('lists', lists), loadOf('reports', reports)],
    lists: drizzle(endingWithAsker(lists, stopping), { casing: 'snake_case' }),
    reports: drizzle(endingWithAsker(reports, stopping), { casing: 'snake_case' }),
    close: () => Promise.all([lists.end(), reports.end(), stopping.end()]),
  }
}
