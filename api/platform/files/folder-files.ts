import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { demandName, demandWhole, digitsOf, isName, nameOf } from './content-name.ts'
import type { Files, StoredFile } from './files.ts'

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** When a file was written, and its size; null when it is gone. */
const statOf = async (path: string): Promise<Omit<StoredFile, 'sha256'> | null> => {
  try {
    const { mtime, size } = await stat(path)
    return { writtenAt: mtime, bytes: size }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Flushes the names in a folder: a file without its name is lost with the power. Windows opens no folders, and flushes names itself. */
const flushNames = async (folder: string) => {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What lies in a folder; nothing where there is none yet. */
const entriesOf = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Opens the files of a data folder, under `<dataDir>/attachments/ab/abcd…`; folders are made when the first file comes. */
export const createFolderFiles = (dataDir: string): Files => {
  const top = join(dataDir, 'attachments')
  const pathOf = (sha256: string) => join(top, demandName(sha256).slice(0, 2), sha256)
  return {
    place: top,
    look: () => Promise.resolve(null),
    put: async (bytes) => {
      const sha256 = nameOf(bytes)
      const path = pathOf(sha256)
      const folder = dirname(resolve(path))
      const made = await mkdir(folder, { recursive: true })
      const draft = `${path}.${randomUUID()}`
      const file = await open(draft, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      } finally {
        await file.close()
      }
      await rename(draft, path)
      await flushNames(folder)
      for (let at = folder; made !== undefined && at.length >= resolve(made).length; at = dirname(at))
        await flushNames(dirname(at))
      return sha256
    },
    get: async (sha256) => {
      try {
        return demandWhole(await readFile(pathOf(sha256)), sha256)
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    listIn: async (folder) => {
      const at = join(top, digitsOf(folder))
      const found: StoredFile[] = []
      for (const sha256 of (await entriesOf(at)).filter(isName)) {
        const file = await statOf(join(at, sha256))
        if (file) found.push({ sha256, ...file })
      }
      return found
    },
    oldIn: async (folder, before) => {
      const at = join(top, digitsOf(folder))
      const old: string[] = []
      for (const entry of await entriesOf(at)) {
        if (((await statOf(join(at, entry)))?.writtenAt ?? before) >= before) continue
        if (isName(entry)) old.push(entry)
        else if (/^[0-9a-f]{64}\.[0-9a-f-]{36}$/.test(entry)) await rm(join(at, entry), { force: true })
      }
      return old
    },
    // It is taken out of the way first, asked for then, and put back if somebody needs it.
    remove: async (sha256, before, isNeeded) => {
      const path = pathOf(sha256)
      const aside = `${path}.${randomUUID()}`
      try {
        await rename(path, aside)
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
      const written = (await statOf(aside))?.writtenAt ?? before
      if (written < before && !(await isNeeded())) {
        await rm(aside, { force: true })
        return true
      }
      // What was stored under this name meanwhile has the same bytes.
      await rename(aside, path)
      return false
    },
  }
}
