import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../scripts/start/child.ts'
import { loadPostgres } from './postgres.setup.ts'

/** A PostgreSQL of one test alone, which it may stop, start again and bend. */
export interface OwnPostgres {
  url: string
  /** Statements as the server's owner, one after another, in a connection that nobody else has. */
  ask(...statements: string[]): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  drop(): Promise<void>
}

/** Starts a PostgreSQL with an empty database. */
export const ownPostgres = async (): Promise<OwnPostgres> => {
  const EmbeddedPostgres = await loadPostgres()
  const databaseDir = await mkdtemp(join(tmpdir(), 'yixian-own-pg-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'yixian',
    password: 'yixian',
    // Its files stay when it stops, as at a failover.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=100', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('city')
  const url = `postgres://yixian:yixian@127.0.0.1:${port}/city`
  return {
    url,
    ask: async (...statements) => {
      const client = new pg.Client({ connectionString: url })
      client.on('error', () => {})
      await client.connect()
      try {
        for (const statement of statements) await client.query(statement)
      } finally {
        await client.end()
      }
    },
    stop: () => server.stop(),
    start: () => server.start(),
    drop: async () => {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}
