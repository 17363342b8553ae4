import { randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Db, Engine } from '../../db/db.ts'
import { openDb } from '../../db/open.ts'
import { openSqlite } from '../../db/sqlite.ts'

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

let migrated: Promise<string> | null = null

/** A migrated, empty SQLite file, made once for each worker and then copied. */
const template = () =>
  (migrated ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yixian-template-'))
    await openSqlite(join(folder, 'yixian.db')).close()
    return join(folder, 'yixian.db')
  })())

/** A fresh, migrated, empty database of its own. */
export const openTestDb = async (engine: Engine): Promise<TestDb> => (engine === 'sqlite' ? sqlite() : postgres())

const sqlite = async (): Promise<TestDb> => {
  const folder = await mkdtemp(join(tmpdir(), 'yixian-test-'))
  const file = join(folder, 'yixian.db')
  await copyFile(await template(), file)
  return handle(`file:${file}`, () => rm(folder, { recursive: true, force: true }))
}

const postgres = async (): Promise<TestDb> => {
  const server = inject('postgresServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: `${server}/postgres` })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await admin(`create database ${name} template template_yixian`)
  return handle(`${server}/${name}`, () => admin(`drop database ${name} with (force)`))
}

const handle = async (url: string, remove: () => Promise<void>): Promise<TestDb> => {
  const opened: Db[] = []
  const open = async () => {
    const db = await openDb(url)
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
