import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../../../api/platform/clock.ts'
import { nameOf } from '../../../../api/platform/files/content-name.ts'
import type { Files } from '../../../../api/platform/files/files.ts'
import { createFolderFiles } from '../../../../api/platform/files/folder-files.ts'
import { createObjectFiles } from '../../../../api/platform/files/object-files.ts'
import { createS3Objects } from '../../../../api/platform/files/s3-objects.ts'
import { openTestStore } from '../../../support/s3.ts'

interface World {
  files: Files
  /** The same place, as another server has it. */
  other: Files
  /** Changes the stored bytes behind its back. */
  damage(sha256: string): Promise<void>
  drop(): Promise<void>
}

const inFolder = async (): Promise<World> => {
  const folder = await mkdtemp(join(tmpdir(), 'yixian-files-'))
  return {
    files: createFolderFiles(folder),
    other: createFolderFiles(folder),
    damage: async (sha256) => {
      const { writeFile } = await import('node:fs/promises')
      await writeFile(join(folder, 'attachments', sha256.slice(0, 2), sha256), 'rot')
    },
    drop: () => rm(folder, { recursive: true, force: true }),
  }
}

const inStore = async (): Promise<World> => {
  const store = await openTestStore()
  // Pages of two: a list of more than one page is what every place must answer.
  const objects = createS3Objects(store.place, { clock: systemClock, pageOf: 2 })
  const open = () => createObjectFiles(objects, { clock: systemClock, place: store.place.place })
  return {
    files: open(),
    other: open(),
    damage: (sha256) => objects.put(`${sha256.slice(0, 2)}/${sha256}`, Buffer.from('rot'), nameOf(Buffer.from('rot'))),
    drop: store.drop,
  }
}

const soon = () => new Date(Date.now() + 60_000)
const long = new Date('2020-01-01T00:00:00Z')
const needed = async () => true
const notNeeded = async () => false

/** Texts whose names begin with the same two digits. */
const inOneFolder = (count: number, folder: string): Buffer[] => {
  const found: Buffer[] = []
  for (let at = 0; found.length < count; at++)
    if (nameOf(Buffer.from(`文件 ${at}`)).startsWith(folder)) found.push(Buffer.from(`文件 ${at}`))
  return found
}

describe.each([
  ['a folder', inFolder],
  ['an S3 store', inStore],
])('files in %s', (_where, open) => {
  let world: World
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.drop())

  it('keep equal bytes once, under their SHA-256, for every server', async () => {
    const bytes = Buffer.from('路灯')
    const names = await Promise.all([world.files.put(bytes), world.other.put(bytes), world.files.put(bytes)])
    expect(names).toEqual([nameOf(bytes), nameOf(bytes), nameOf(bytes)])
    expect(await world.other.get(nameOf(bytes))).toEqual(bytes)
    const folder = Number.parseInt(nameOf(bytes).slice(0, 2), 16)
    expect(await world.other.listIn(folder)).toEqual([{ sha256: nameOf(bytes), bytes: 6, writtenAt: expect.any(Date) }])
  })

  it('keep an empty file, and one of some megabytes', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(3_000_000, 'ab')])
      expect((await world.other.get(await world.files.put(bytes)))?.equals(bytes)).toBe(true)
  })

  it('answer null for what is not there, and refuse what is no SHA-256', async () => {
    expect(await world.files.get('0'.repeat(64))).toBeNull()
    await expect(world.files.get('../../etc/passwd')).rejects.toThrow('SHA-256')
    await expect(world.files.remove('../../etc/passwd', soon(), notNeeded)).rejects.toThrow('SHA-256')
  })

  it('do not give out what is no longer what was stored, and take it anew', async () => {
    const sha256 = await world.files.put(Buffer.from('a picture'))
    await world.damage(sha256)
    await expect(world.files.get(sha256)).rejects.toThrow('damaged')
    await world.other.put(Buffer.from('a picture'))
    expect(String(await world.files.get(sha256))).toBe('a picture')
  })

  it('are listed by folder however many there are, the old ones apart', async () => {
    const all = inOneFolder(5, 'c7')
    const names = await Promise.all(all.map((bytes) => world.files.put(bytes)))
    expect((await world.files.listIn(0xc7)).map(({ sha256 }) => sha256).toSorted()).toEqual(names.toSorted())
    expect((await world.files.oldIn(0xc7, soon())).toSorted()).toEqual(names.toSorted())
    expect(await world.files.oldIn(0xc7, long)).toEqual([])
    expect(await world.files.listIn(0xc8)).toEqual([])
  })

  it('are removed when they are old and nobody needs them, and can be stored again', async () => {
    const bytes = Buffer.from('an old recording')
    const sha256 = await world.files.put(bytes)
    expect(await world.files.remove(sha256, long, notNeeded), 'young').toBe(false)
    expect(await world.files.remove(sha256, soon(), needed), 'needed').toBe(false)
    expect(await world.files.get(sha256)).toEqual(bytes)
    expect(await world.files.remove(sha256, soon(), notNeeded)).toBe(true)
    expect(await world.other.get(sha256)).toBeNull()
    expect(await world.files.remove(sha256, soon(), notNeeded), 'gone').toBe(false)
    await world.files.put(bytes)
    expect(await world.other.get(sha256)).toEqual(bytes)
  })

  it('stay when somebody stores the same bytes while they are being removed', async () => {
    const bytes = Buffer.from('stored again')
    const sha256 = await world.files.put(bytes)
    let again: Promise<string> | undefined
    await world.files.remove(sha256, soon(), async () => {
      again = world.other.put(bytes)
      // What is stored has time to get there before the removal goes on.
      await new Promise((resolve) => setTimeout(resolve, 50))
      return false
    })
    expect(await again).toBe(sha256)
    expect(await world.files.get(sha256)).toEqual(bytes)
  })

  it('are there', async () => {
    expect(await world.files.look()).toBeNull()
  })
})
