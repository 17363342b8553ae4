import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkFile } from '../../../api/start/check-file.ts'
import { databaseFault } from '../../../api/start/database-fault.ts'
import { checkDatabase, openCheckedDb } from '../../../api/start/prepare-database.ts'
import { StartFault } from '../../../api/start/start-fault.ts'
import { markFile } from '../../../db/inspect/file.ts'
import { openDb } from '../../../db/open.ts'
import { tell, unitRow } from './start.support.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yixian-check-'))
  file = join(folder, 'yixian.db')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const places = () => ({ dataDir: folder, files: null, databaseUrl: `file:${file}` })
const make = async () => (await openDb(`file:${file}`)).close()
/** Serves the file once, as a server does, and leaves it as a power cut would: with what was committed in its `-wal`. */
const serveAndCut = async () => {
  const { db } = await openCheckedDb(places(), () => {})
  await db.tx(async (tx) => {
    await tx.q.insert(tx.t.unit).values(unitRow('kept'))
  })
  for (const end of ['', '-wal']) copyFileSync(file + end, `${file}.cut${end}`)
  await db.close()
  for (const end of ['', '-wal']) copyFileSync(`${file}.cut${end}`, file + end)
  rmSync(`${file}-shm`, { force: true })
}
const said = (run: () => unknown) => tell(run, StartFault)

describe('a database file before it is served', () => {
  it('is fresh when there is none, also where one was removed with all that belongs to it', () => {
    expect(checkFile(file, null)).toBe('fresh')
    expect(checkFile(file, { mark: 1 })).toBe('fresh')
    writeFileSync(file, '')
    expect(checkFile(file, null)).toBe('fresh')
  })
  it('is taken with what a power cut left in its -wal, and loses nothing of it', async () => {
    await serveAndCut()
    const { db } = await openCheckedDb(places(), () => {})
    expect(await db.q.$count(db.t.unit)).toBe(1)
    await db.close()
  })

  it('is refused when it is another program’s, and stays as it is', async () => {
    writeFileSync(file, 'Dear city, '.repeat(2_000))
    expect(await said(() => checkFile(file, null))).toContain('is no database of Yixian')
    rmSync(file)
    const other = new Database(file)
    other.exec('create table address_book (name text)')
    other.close()
    const before = readFileSync(file)
    expect(await said(() => checkFile(file, null))).toContain('is no database of Yixian')
    expect(readFileSync(file)).toEqual(before)
    rmSync(file)
    mkdirSync(file)
    expect(await said(() => checkFile(file, null))).toContain('is no database of Yixian')
  })
  it('is refused when it was emptied where a city was kept', async () => {
    await make()
    truncateSync(file, 0)
    expect(await said(() => checkFile(file, { mark: 1 }))).toContain('is empty, though a city was kept here')
    rmSync(file)
    new Database(file).exec('create table x (y); drop table x').close()
    expect(await said(() => checkFile(file, { mark: 1 }))).toContain('is empty')
  })
  it('is refused when it is gone and its -wal is not', async () => {
    await serveAndCut()
    rmSync(file)
    expect(await said(() => checkFile(file, { mark: 1 }))).toContain('is gone, and its -wal')
  })
  it('is refused when the -wal beside it belongs to the file that was here before', async () => {
    await make()
    copyFileSync(file, join(folder, 'backup.db'))
    await serveAndCut()
    const wal = readFileSync(`${file}-wal`)
    copyFileSync(join(folder, 'backup.db'), file)
    expect(await said(() => checkDatabase(places(), () => {}))).toContain('belongs to another database file')
    expect(readFileSync(`${file}-wal`), 'and nothing was thrown away').toEqual(wal)
  })
  it('is refused when it comes from a newer program', async () => {
    await make()
    const newer = new Database(file)
    newer.exec(`insert into __drizzle_migrations (hash, created_at) values ('later', ${Date.now() + 1e12})`)
    newer.close()
    expect(await said(() => checkFile(file, null))).toContain('comes from a newer Yixian')
  })
  it('is refused when it is damaged inside, with what was found', async () => {
    await make()
    const bytes = readFileSync(file)
    // From the second page on: the list of tables is in the first.
    bytes.fill(0xa5, 4096 * 20, 4096 * 60)
    writeFileSync(file, bytes)
    const fault = await said(() => checkDatabase(places(), () => {}))
    expect(fault).toMatch(/is damaged \(.+\)\. Keep it aside/)
    expect(fault).toContain('npm run restore')
  })
  it('is refused when it may not be written', async () => {
    await make()
    chmodSync(file, 0o400)
    // Root may write what nobody else may; to it a file that nobody may change is the same.
    const fixed = process.getuid?.() === 0 && spawnSync('chattr', ['+i', file]).status === 0
    if (process.getuid?.() === 0 && !fixed) return
    try {
      expect(await said(() => checkFile(file, null))).toContain('cannot be written')
    } finally {
      if (fixed) spawnSync('chattr', ['-i', file])
    }
  })
  it.each([
    ['SQLITE_READONLY', 'cannot be written'],
    ['SQLITE_READONLY_DIRECTORY', 'cannot be written'],
    ['SQLITE_CANTOPEN', 'cannot be written'],
    ['EROFS', 'cannot be written'],
    ['SQLITE_FULL', 'the disk is full'],
    ['SQLITE_CORRUPT_INDEX', 'is damaged'],
    ['SQLITE_NOTADB', 'is no database of Yixian'],
  ])('knows what the engine means by %s', (code, words) => {
    expect(databaseFault('file:/data/yixian.db', Object.assign(new Error('x'), { code }))?.said.en).toContain(words)
  })
  it('gets another mark at each start, in the file itself', async () => {
    await make()
    const mark = markFile(file)
    expect(readFileSync(file).readUInt32BE(60)).toBe(mark)
    expect(markFile(file)).not.toBe(mark)
    expect(existsSync(`${file}-wal`)).toBe(false)
  })
})
