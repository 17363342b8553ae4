import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { platformProblem } from '../problem.ts'
import { demandName, demandWhole, digitsOf, isName, nameOf } from './content-name.ts'
import type { Files, FilesAway } from './files.ts'

/** An object as the store has it. */
export interface StoredObject {
  key: string
  bytes: number
  /** By the store's own clock. */
  writtenAt: Date
}

/** What is asked of an object store: whole objects by key, read after write, and lists by prefix that hold all that was written before. */
export interface Objects {
  put(key: string, bytes: Uint8Array, sha256: string): Promise<void>
  get(key: string): Promise<Buffer<ArrayBuffer> | null>
  head(key: string): Promise<Omit<StoredObject, 'key'> | null>
  list(prefix: string): Promise<StoredObject[]>
  /** Deletes, and is never tried again by itself: one that came late would delete what was stored meanwhile. */
  delete(key: string): Promise<void>
  look(): Promise<FilesAway | null>
}

/** So long a remover may take from its mark to its deletion, ms. */
const removerMs = 60_000
/** A mark of this age is of a remover that died, ms: stores take no request that was signed more than a quarter of an hour before, by clocks that differ by as much. */
const deadMarkMs = 45 * 60_000
/** How long whoever stores waits for a remover of the same bytes, ms, again and again. */
const waits = [100, 200, 400, 800, 1_600, 3_200]

const nothing = new Uint8Array()

/**
 * Files in an object store, `ab/abcd…`. A store cannot rename, so a file is not taken out of the way before it is removed. Instead a remover first puts a mark
 * (`removing/abcd…/…`), then looks how old the file is and whether it is needed, then deletes, then takes the mark away. Whoever stores puts the bytes, then looks
 * for marks, then for the file, and puts again where there is a mark or no file: it came before the mark, and the remover sees a young file; or it sees the mark;
 * or it came after the deletion, and sees that the file is gone.
 */
export const createObjectFiles = (
  objects: Objects,
  { clock, place, pause = sleep }: { clock: Clock; place: string; pause?: (ms: number) => Promise<unknown> },
): Files => {
  const keyOf = (sha256: string) => `${demandName(sha256).slice(0, 2)}/${sha256}`
  const isAlive = ({ writtenAt }: StoredObject) => clock.now().getTime() - writtenAt.getTime() < deadMarkMs

  const isStored = async (sha256: string, bytes: number) => {
    if ((await objects.list(`removing/${sha256}/`)).some(isAlive)) return false
    return (await objects.head(keyOf(sha256)))?.bytes === bytes
  }

  return {
    place,
    look: objects.look,
    put: async (bytes) => {
      const sha256 = nameOf(bytes)
      for (const wait of waits) {
        await objects.put(keyOf(sha256), bytes, sha256)
        if (await isStored(sha256, bytes.byteLength)) return sha256
        await pause(wait)
      }
      throw platformProblem('files.away', undefined, { retryAfterSeconds: 60 })
    },
    get: async (sha256) => {
      const bytes = await objects.get(keyOf(sha256))
      return bytes && demandWhole(bytes, sha256)
    },
    listIn: async (folder) => {
      const found = await objects.list(`${digitsOf(folder)}/`)
      return found.map(({ key, ...file }) => ({ sha256: key.slice(3), ...file })).filter(({ sha256 }) => isName(sha256))
    },
    oldIn: async (folder, before) => {
      const marks = await objects.list(`removing/${digitsOf(folder)}`)
      for (const { key } of marks.filter((mark) => !isAlive(mark))) await objects.delete(key)
      const found = await objects.list(`${digitsOf(folder)}/`)
      return found
        .filter(({ writtenAt }) => writtenAt < before)
        .map(({ key }) => key.slice(3))
        .filter(isName)
    },
    remove: async (sha256, before, isNeeded) => {
      const mark = `removing/${demandName(sha256)}/${randomUUID()}`
      const since = clock.now().getTime()
      await objects.put(mark, nothing, nameOf(nothing))
      const file = await objects.head(keyOf(sha256))
      const goes = file !== null && file.writtenAt < before && !(await isNeeded())
      const inTime = clock.now().getTime() - since < removerMs
      // Where the store does not say whether it deleted, the mark stays until no deletion can come any more.
      if (goes && inTime) await objects.delete(keyOf(sha256))
      await objects.delete(mark)
      return goes && inTime
    },
  }
}
