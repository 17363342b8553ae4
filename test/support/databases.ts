import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Db, Engine } from '../../db/db.ts'
import { openDb } from '../../db/open.ts'

/** For `describe.each(engines)`: a difference between the two is the bug. Before a commit only the embedded one is asked (`npm run verify`). */
export const engines: readonly Engine[] = inject('engines')

export interface TestDb {
  db: Db
  url: string
  /** Opens the same database once more, as a second process would. */
  again(): Promise<Db>
  /** Closes and removes it. */
  drop(): Promise<void>
}

/** A database that each worker fills once for each engine, to be copied; `made` is what filling it answered. */
export type Template<T> = (engine: Engine) => Promise<{ url: string; made: T }>

/** A template filled by `fill`, on top of the migrations. Filling costs a hundred times what a copy does. */
export const template = <T>(fill: (db: Db) => Promise<T>): Template<T> => {
  const filled = new Map<Engine, ReturnType<Template<T>>>()
  const fillOnce = async (engine: Engine) => {
    const { url } = await fresh[engine]()
    const db = await openDb(url)
    const made = await fill(db)
    // Neither engine copies a database that somebody has open.
    await db.close()
    return { url, made }
  }
  return (engine) => {
    const once = filled.get(engine) ?? fillOnce(engine)
    filled.set(engine, once)
    return once
  }
}

/** A fresh, migrated, empty database of its own. */
export const openTestDb = async (engine: Engine): Promise<TestDb> => (await openCopy(engine, empty)).store

/** A database of its own, copied from a template, with what filling the template answered. */
export const openCopy = async <T>(engine: Engine, from: Template<T>): Promise<{ store: TestDb; made: T }> => {
  const { url: source, made } = await from(engine)
  const { url, remove } = await fresh[engine](source)
  return { store: await handle(url, remove), made }
}

interface Fresh {
  url: string
  remove: () => Promise<unknown>
}

const freshFile = async (source?: string): Promise<Fresh> => {
  const folder = await mkdtemp(join(tmpdir(), 'yixian-test-'))
  const file = join(folder, 'yixian.db')
  if (source !== undefined) await copyFile(source.slice('file:'.length), file, constants.COPYFILE_FICLONE)
  return { url: `file:${file}`, remove: () => rm(folder, { recursive: true, force: true }) }
}

let connection: pg.Pool | undefined
/** Makes and drops databases, on a connection of its own that holds up no worker's end. */
const admin = (statement: string) => {
  connection ??= new pg.Pool({
    connectionString: `${inject('postgresServer')}/postgres`,
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
  }).on('error', () => {})
  return connection.query(statement)
}

const freshDatabase = async (source = '/template_yixian'): Promise<Fresh> => {
  const name = `test_${randomBytes(6).toString('hex')}`
  // Copied as files: a fifth of the work of copying it through the log, which is the server's default.
  await admin(`create database ${name} template ${source.slice(source.lastIndexOf('/') + 1)} strategy file_copy`)
  return { url: `${inject('postgresServer')}/${name}`, remove: () => admin(`drop database ${name} with (force)`) }
}

const fresh: Record<Engine, (source?: string) => Promise<Fresh>> = { sqlite: freshFile, postgres: freshDatabase }

const empty = template(async () => {})

const handle = async (url: string, remove: () => Promise<unknown>): Promise<TestDb> => {
  const opened: Db[] = []
  const open = async () => {
    // What a power cut would cost is nothing here.
    const db = await openDb(url, { bulk: true })
    opened.push(db)
    return db
  }
  return {
    db: await open(),
    url,
    again: open,
    drop: async () => {
      await Promise.all(opened.map((db) => db.close()))
      await remove()
    },
  }
}
