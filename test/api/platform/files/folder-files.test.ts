import { mkdtemp, open, readdir, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createFolderFiles } from '../../../../api/platform/files/folder-files.ts'
import { sniffType } from '../../../../api/platform/sniff-type.ts'

describe('files', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yixian-files-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('keeps equal bytes once, under their hash, and leaves no drafts', async () => {
    const files = createFolderFiles(folder)
    const bytes = Buffer.from('路灯')
    const [one, two] = await Promise.all([files.put(bytes), files.put(bytes)])
    expect(one).toBe(two)
    expect(await readdir(join(folder, 'attachments', one.slice(0, 2)))).toEqual([one])
    expect(await files.get(one)).toEqual(bytes)
  })

  it('is on the disk with its bytes and with its name, which stands in the folder, before it answers', async () => {
    const probe = await open(folder)
    // A file handle has no class of its own to name.
    const handles = Object.getPrototypeOf(probe) as FileHandle
    await probe.close()
    const flushed: string[] = []
    const { sync } = handles
    const watched = vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
      flushed.push((await this.stat()).isDirectory() ? 'folder' : 'file')
      return sync.call(this)
    })
    const files = createFolderFiles(join(folder, 'new'))
    await files.put(Buffer.from('first'))
    expect(flushed).toEqual(['file', 'folder', 'folder', 'folder', 'folder'])
    flushed.length = 0
    await files.put(Buffer.from('first'))
    expect(flushed).toEqual(['file', 'folder'])
    watched.mockRestore()
  })

  it('answers null for what is not there, and throws on what is no hash or was damaged', async () => {
    const files = createFolderFiles(folder)
    expect(await files.get('0'.repeat(64))).toBeNull()
    await expect(files.get('../../etc/passwd')).rejects.toThrow()
    const sha = await files.put(Buffer.from('x'))
    await writeFile(join(folder, 'attachments', sha.slice(0, 2), sha), 'y')
    await expect(files.get(sha)).rejects.toThrow('damaged')
  })

  it.each([
    ['ffd8ffe0', 'image/jpeg'],
    ['89504e470d0a1a0a', 'image/png'],
    ['474946383961', 'image/gif'],
    ['52494646000000005745425056', 'image/webp'],
    ['000000186674797068656963', 'image/heic'],
    ['3c7376673e', null],
    ['4d5a', null],
    ['', null],
  ])('reads %s as %s', (hex, type) => {
    expect(sniffType(Buffer.from(hex, 'hex'))).toBe(type)
  })
})
