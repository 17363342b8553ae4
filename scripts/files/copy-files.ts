import { DamagedFile } from '../../api/platform/files/content-name.ts'
import { folders, type Files, type StoredFile } from '../../api/platform/files/files.ts'

/** What came of copying. */
export interface Copied {
  /** All that lies at the other place now, of what was here. */
  files: { sha256: string; bytes: number }[]
  copied: number
  /** What is no longer what its name says, here: it is not copied. */
  damaged: string[]
}

interface Options {
  /** Whether what is there already is read through, and stored again where it is damaged; else its size is enough. */
  readThrough?: boolean
  /** Only these; absent: everything. */
  only?: ReadonlySet<string>
  /** Told after every folder how many of the 256 are done, and how many files were copied. */
  progress?: (folder: number, copied: number) => void
}

const isThere = async (to: Files, file: StoredFile, found: StoredFile | undefined, readThrough: boolean) => {
  if (found?.bytes !== file.bytes) return false
  if (!readThrough) return true
  try {
    return (await to.get(file.sha256)) !== null
  } catch (error) {
    if (error instanceof DamagedFile) return false
    throw error
  }
}

/** One file, read whole and held against its name; false when it is damaged here. One that retention has removed meanwhile is left out: null. */
const copyOne = async (from: Files, to: Files, sha256: string): Promise<boolean | null> => {
  try {
    const bytes = await from.get(sha256)
    if (bytes === null) return null
    await to.put(bytes)
    return true
  } catch (error) {
    if (error instanceof DamagedFile) return false
    throw error
  }
}

/**
 * Copies files from one place to another, one at a time, and leaves those that are there already: broken off, it goes on where it was. Nothing is
 * removed anywhere. Throws `files.away`.
 */
export const copyFiles = async (from: Files, to: Files, options: Options = {}): Promise<Copied> => {
  const { only, progress, readThrough = false } = options
  const done: Copied = { files: [], copied: 0, damaged: [] }
  for (let folder = 0; folder < folders; folder++) {
    const wanted = (await from.listIn(folder)).filter(({ sha256 }) => only?.has(sha256) ?? true)
    const found = new Map(wanted.length === 0 ? [] : (await to.listIn(folder)).map((file) => [file.sha256, file]))
    for (const file of wanted) {
      const { sha256, bytes } = file
      const there = await isThere(to, file, found.get(sha256), readThrough)
      const whole = there || (await copyOne(from, to, sha256))
      if (whole === false) done.damaged.push(sha256)
      if (whole) done.files.push({ sha256, bytes })
      if (whole && !there) done.copied++
    }
    progress?.(folder + 1, done.copied)
  }
  return done
}
