import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../../api/platform/clock.ts'
import { openFiles, type Files } from '../../../api/platform/files/files.ts'
import { openDb } from '../../../db/open.ts'
import { makeBackup } from '../../../scripts/backup/make-backup.ts'
import { putBack } from '../../../scripts/backup/put-back.ts'
import { compareFiles } from '../../../scripts/files/compare-files.ts'
import { copyFiles } from '../../../scripts/files/copy-files.ts'
import { root } from '../../../scripts/start/child.ts'
import { StartFault } from '../../../api/start/start-fault.ts'
import { tell } from '../../api/start/start.support.ts'
import { openTestStore, type TestStore } from '../../support/s3.ts'

describe('files between the data folder and a store', { timeout: 90_000 }, () => {
  let folder: string
  let store: TestStore
  let inFolder: Files
  let inStore: Files
  const names: string[] = []
  const places = () => ({
    dataDir: join(folder, 'data'),
    databaseUrl: `file:${join(folder, 'data', 'yixian.db')}`,
    files: store.place,
  })
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yixian-move-'))
    store = await openTestStore()
    inFolder = openFiles({ ...places(), files: null }, { clock: systemClock })
    inStore = openFiles(places(), { clock: systemClock })
    for (const text of ['路灯', '录音', '照片', '视频']) names.push(await inFolder.put(Buffer.from(text)))
  })
  afterAll(async () => {
    await store.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const run = async (...args: string[]) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(root, 'scripts/files/files.ts'), ...args],
      {
        cwd: root,
        env: { ...process.env, ...store.env, DATA_DIR: join(folder, 'data') },
      },
    )
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (out += part))
    const [code] = await once(child, 'close')
    return { code, out }
  }

  it('are copied, what is there already left alone, what is damaged named; a broken-off copy goes on', async () => {
    const [first = '', damaged = ''] = names
    await copyFiles(inFolder, inStore, { only: new Set([first]) })
    const path = join(folder, 'data', 'attachments', damaged.slice(0, 2), damaged)
    const whole = readFileSync(path)
    writeFileSync(path, 'rot')
    const copied = await copyFiles(inFolder, inStore)
    expect(copied).toMatchObject({ copied: 2, damaged: [damaged] })
    expect(copied.files).toHaveLength(3)
    writeFileSync(path, whole)
    expect(await compareFiles(inStore, inFolder)).toEqual({ files: 3, bytes: 18, missing: [damaged], damaged: [] })
    const { code, out } = await run('move', 'to-store')
    expect(out).toContain('All 4 files of')
    expect(out).toContain('(1 copied now)')
    expect(out).not.toContain(store.place.secretAccessKey)
    expect(code).toBe(0)
    const checked = await run('check')
    expect(checked.out).toContain('s3://city/files: 4 files, 24 bytes, each read through.')
    expect(checked.code).toBe(0)
  })

  it('come back into a folder', async () => {
    rmSync(join(folder, 'data', 'attachments'), { recursive: true })
    expect(await copyFiles(inStore, inFolder)).toMatchObject({ copied: 4, damaged: [] })
    for (const name of names) expect(await inFolder.get(name)).not.toBeNull()
  })

  it('are in a backup wherever they lie, and come back to where they lie', async () => {
    const db = await openDb(places().databaseUrl)
    const to = join(folder, 'nightly')
    const { manifest, damaged } = await makeBackup(places(), to)
    await db.close()
    expect(damaged).toEqual([])
    expect(manifest.files.map(({ sha256 }) => sha256).toSorted()).toEqual(names.toSorted())
    expect(readdirSync(join(to, 'attachments')).length).toBeGreaterThan(0)
    const [lost = ''] = names
    await inStore.remove(lost, new Date(Date.now() + 60_000), async () => false)
    expect(await inStore.get(lost)).toBeNull()
    await putBack(places(), to)
    expect(await inStore.get(lost)).not.toBeNull()
  })

  it('that cannot be reached are told in a sentence, and no backup is made', async () => {
    await store.kill()
    const to = join(folder, 'vain')
    expect(await tell(() => makeBackup(places(), to), StartFault)).toContain(
      'does not do what it is asked (ECONNREFUSED)',
    )
    expect(readdirSync(folder)).not.toContain('vain')
    const { code, out } = await run('move', 'to-store')
    expect(out).toContain('ECONNREFUSED')
    expect(code).toBe(78)
    await store.startAgain()
  })

  it('are asked for in words that are known', async () => {
    expect(await run('move')).toMatchObject({ code: 78, out: expect.stringContaining('to-store|to-folder') })
  })
})
