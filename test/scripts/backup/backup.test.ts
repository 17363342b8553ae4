import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { createFolderFiles } from '../../../api/platform/files/folder-files.ts'
import { holdData, readRecord } from '../../../api/start/data-lock.ts'
import { StartFault } from '../../../api/start/start-fault.ts'
import { openDb } from '../../../db/open.ts'
import type { Db } from '../../../db/db.ts'
import { makeBackup } from '../../../scripts/backup/make-backup.ts'
import { putBack } from '../../../scripts/backup/put-back.ts'
import { tell, unitRow } from '../../api/start/start.support.ts'
import { engines } from '../../support/databases.ts'
import { clientServer } from './client-server.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yixian-backup-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const add = (db: Db, code: string) =>
  db.tx(async (tx) => {
    await tx.q.insert(tx.t.unit).values(unitRow(code))
  })
const promise = (db: Db, key: string, state: 'pending' | 'running' | 'done') =>
  db.tx(async (tx) => {
    const at = new Date('2026-06-01T02:00:00Z')
    await tx.q
      .insert(tx.t.outbox)
      .values({ id: key, topic: 'sms.send', key, payload: {}, state, attempts: 0, runAt: at, createdAt: at })
  })
const codes = async (db: Db) => (await db.q.select().from(db.t.unit)).map(({ code }) => code).toSorted()

/** The same story on both engines: what was there at the backup comes back, what came later is kept aside, what waited is held. */
const story = async (databaseUrl: string, aside: (name: string) => Promise<boolean>) => {
  const places = { databaseUrl, dataDir: join(folder, 'data'), files: null }
  const to = join(folder, 'nightly')
  const files = createFolderFiles(places.dataDir)
  const db = await openDb(databaseUrl)
  await add(db, 'before')
  await promise(db, 'waits', 'pending')
  await promise(db, 'under-way', 'running')
  await promise(db, 'went-out', 'done')
  const kept = await files.put(Buffer.from('a picture'))
  const { manifest, damaged } = await makeBackup(places, to)
  expect(damaged).toEqual([])
  expect(manifest.files).toEqual([{ sha256: kept, bytes: 9 }])
  expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([])
  await add(db, 'after')
  await db.close()
  await rm(join(places.dataDir, 'attachments'), { recursive: true })

  const done = await putBack(places, to)
  expect(done.held).toBe(2)
  expect(await aside(done.aside ?? '')).toBe(true)
  expect(String(await files.get(kept))).toBe('a picture')
  const again = await openDb(databaseUrl)
  expect(await codes(again)).toEqual(['before'])
  const states = await again.q.select({ key: again.t.outbox.key, state: again.t.outbox.state }).from(again.t.outbox)
  expect(new Map(states.map(({ key, state }) => [key, state]))).toEqual(
    new Map([
      ['waits', 'held'],
      ['under-way', 'held'],
      ['went-out', 'done'],
    ]),
  )
  await again.close()
  expect(readRecord(places.dataDir)).toMatchObject({ mark: null })
  return { places, to }
}

describe('a backup of a file', () => {
  const url = () => `file:${join(folder, 'data', 'yixian.db')}`

  it('comes back whole; what waited is held, what was there is kept under another name', async () => {
    const { places, to } = await story(url(), async (name) => {
      const old = await openDb(`file:${name}`)
      const found = await codes(old)
      await old.close()
      return found.join() === 'after,before'
    })
    expect(await tell(() => makeBackup(places, to), StartFault)).toContain('not empty')
    const lock = holdData(places.dataDir, 'alone')
    expect(await tell(() => putBack(places, to), StartFault)).toContain('is in use by another Yixian')
    lock.release()
    const elsewhere = { ...places, databaseUrl: 'postgres://db/city' }
    expect(await tell(() => putBack(elsewhere, to), StartFault)).toContain('The backup is of sqlite')
  })
  it('leaves no -wal of the file that was there beside the one that comes back', async () => {
    const places = { databaseUrl: url(), dataDir: join(folder, 'data'), files: null }
    const to = join(folder, 'nightly')
    const db = await openDb(url())
    await add(db, 'before')
    await makeBackup(places, to)
    await add(db, 'after')
    const file = join(places.dataDir, 'yixian.db')
    const wal = readFileSync(`${file}-wal`)
    await db.close()
    // As a power cut leaves it.
    writeFileSync(`${file}-wal`, wal)
    await putBack(places, to)
    expect(existsSync(`${file}-wal`)).toBe(false)
    const again = await openDb(url())
    expect(await codes(again)).toEqual(['before'])
    await again.close()
  })
  it('is refused before anything is touched when a part of it is missing or altered', async () => {
    const places = { databaseUrl: url(), dataDir: join(folder, 'data'), files: null }
    const to = join(folder, 'nightly')
    const db = await openDb(url())
    await add(db, 'kept')
    const sha256 = await createFolderFiles(places.dataDir).put(Buffer.from('a picture'))
    await makeBackup(places, to)
    await db.close()
    const before = readFileSync(join(places.dataDir, 'yixian.db'))
    writeFileSync(join(to, 'attachments', sha256.slice(0, 2), sha256), 'another picture')
    expect(await tell(() => putBack(places, to), StartFault)).toContain(`${sha256} of the backup is missing or not`)
    writeFileSync(join(to, 'yixian.db'), 'half a database')
    expect(await tell(() => putBack(places, to), StartFault)).toContain('yixian.db of the backup is missing or not')
    writeFileSync(join(to, 'manifest.json'), '{')
    expect(await tell(() => putBack(places, to), StartFault)).toContain('is no complete backup')
    expect(readFileSync(join(places.dataDir, 'yixian.db'))).toEqual(before)
  })
  it('names stored files that the disk has damaged, and leaves them out', async () => {
    const places = { databaseUrl: url(), dataDir: join(folder, 'data'), files: null }
    await (await openDb(url())).close()
    const sha256 = await createFolderFiles(places.dataDir).put(Buffer.from('a picture'))
    writeFileSync(join(places.dataDir, 'attachments', sha256.slice(0, 2), sha256), 'rot')
    const { manifest, damaged } = await makeBackup(places, join(folder, 'nightly'))
    expect([manifest.files, damaged]).toEqual([[], [sha256]])
  })
  it('says that there is no database where there is none', async () => {
    const places = { databaseUrl: url(), dataDir: join(folder, 'data'), files: null }
    expect(await tell(() => makeBackup(places, join(folder, 'b')), StartFault)).toContain('There is no database')
  })
})

describe.runIf(engines.includes('postgres'))('a backup of PostgreSQL', () => {
  it('wants a client of the server’s version, and says so', async () => {
    const places = {
      databaseUrl: `${inject('postgresServer')}/template_yixian`,
      dataDir: join(folder, 'data'),
      files: null,
    }
    const path = process.env['PATH']
    const own = join(folder, 'bin')
    spawnSync('mkdir', [own])
    for (const tool of ['pg_dump', 'pg_restore'])
      writeFileSync(join(own, tool), '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.1"\n', { mode: 0o755 })
    try {
      process.env['PATH'] = `${own}:/bin`
      expect(await tell(() => makeBackup(places, join(folder, 'b')), StartFault)).toMatch(
        /pg_dump is of version \d+ and the server of 18/,
      )
    } finally {
      process.env['PATH'] = path
    }
  })
})

const server = engines.includes('postgres') ? clientServer() : null
describe.runIf(server !== null)('a backup of a PostgreSQL that has its client beside it', { timeout: 90_000 }, () => {
  it('comes back whole; what waited is held, what was there is kept in other schemas', async () => {
    if (!server) return
    const url = await server.start()
    try {
      const { places, to } = await story(url, async (name) => {
        const { rows } = await server.ask(`select code from ${name}.unit order by code`)
        return JSON.stringify(rows) === '[{"code":"after"},{"code":"before"}]'
      })
      const open = await openDb(url)
      expect(await tell(() => putBack(places, to), StartFault)).toContain('The database is in use')
      await open.close()
    } finally {
      await server.stop()
    }
  })
})
