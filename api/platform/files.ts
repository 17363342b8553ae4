import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/**
 * Files by content, on disk under `<dataDir>/attachments/ab/abcd…`: the name is the SHA-256 of the bytes, so equal files are
 * kept once and a stored one never changes.
 */
export interface Files {
  /** Stores bytes, flushed to disk before it answers; their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>
  /** The bytes, or null when there are none under this name. Throws on a name that is no SHA-256, and when the disk changed them. */
  get(sha256: string): Promise<Buffer | null>
  /** Names of files written before a moment, of the folder with this number (0 to 255). What broken-off writes left there is removed. */
  oldIn(folder: number, before: Date): Promise<string[]>
  /**
   * Removes a file that was written before a moment, unless it turns out to be needed: it is taken out of the way first, asked for then, and
   * put back if somebody needs it. False when it is still there, or never was.
   */
  remove(sha256: string, before: Date, isNeeded: () => Promise<boolean>): Promise<boolean>
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** When a file was written; null when it is gone. */
const writtenAt = async (path: string): Promise<Date | null> => {
  try {
    return (await stat(path)).mtime
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

/** Opens the file store of a data folder; folders are made when the first file comes. */
export const createFiles = (dataDir: string): Files => {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
    return join(dataDir, 'attachments', sha256.slice(0, 2), sha256)
  }
  return {
    put: async (bytes) => {
      const sha256 = sha256Of(bytes)
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
        const bytes = await readFile(pathOf(sha256))
        if (sha256Of(bytes) !== sha256) throw new Error(`stored file ${sha256} is damaged`)
        return bytes
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    oldIn: async (folder, before) => {
      const name = folder.toString(16).padStart(2, '0')
      const at = join(dataDir, 'attachments', name)
      const entries = await readdir(at).catch((error: unknown) => {
        if (isMissing(error)) return []
        throw error
      })
      const old: string[] = []
      for (const entry of entries) {
        if (((await writtenAt(join(at, entry))) ?? before) >= before) continue
        if (/^[0-9a-f]{64}$/.test(entry)) old.push(entry)
        else if (/^[0-9a-f]{64}\.[0-9a-f-]{36}$/.test(entry)) await rm(join(at, entry), { force: true })
      }
      return old
    },
    remove: async (sha256, before, isNeeded) => {
      const path = pathOf(sha256)
      const aside = `${path}.${randomUUID()}`
      try {
        await rename(path, aside)
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
      const written = (await writtenAt(aside)) ?? before
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
