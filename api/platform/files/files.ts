import type { Clock } from '../clock.ts'
import type { Places } from '../config.ts'
import type { Log } from '../log.ts'
import { createFolderFiles } from './folder-files.ts'
import { createObjectFiles } from './object-files.ts'
import { createS3Objects } from './s3-objects.ts'

/** One file as a list has it. */
export interface StoredFile {
  sha256: string
  bytes: number
  /** When it was stored, or last stored again, by the clock of the place. */
  writtenAt: Date
}

/**
 * Files by content: the name is the SHA-256 of the bytes, so equal files are kept once and a stored one never changes. A place that does not answer,
 * or refuses us, is the problem `files.away`, whatever was asked.
 */
export interface Files {
  /** Where they lie, for people: a folder, or bucket and prefix; no secret. */
  place: string
  /** Stores bytes for good before it answers; their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>
  /** The bytes, or null when there are none under this name. Throws on a name that is no SHA-256, and `DamagedFile` when they are not what was stored. */
  get(sha256: string): Promise<Buffer<ArrayBuffer> | null>
  /** All files of the folder with this number (0 to 255), by the first two digits of their names. */
  listIn(folder: number): Promise<StoredFile[]>
  /** Names of files written before a moment, of the folder with this number. What broken-off writes left there is removed. */
  oldIn(folder: number, before: Date): Promise<string[]>
  /**
   * Removes a file that was written before a moment, unless it turns out to be needed: whoever stores the same bytes meanwhile has them stored in the
   * end. False when it is still there, or never was.
   */
  remove(sha256: string, before: Date, isNeeded: () => Promise<boolean>): Promise<boolean>
  /** Asks the place whether it answers; what is wrong with it, and since when, or null. Never throws. */
  look(): Promise<FilesAway | null>
}

/** A place that does not answer, or refuses us. */
export interface FilesAway {
  since: Date
  /** Its own code (`AccessDenied`), a status, or the system's (`ECONNREFUSED`). */
  fault: string
}

/** How many folders the files are spread over, by the first two digits of their names. */
export const folders = 256

/** Opens the files where the settings have them: the data folder, or an object store. */
export const openFiles = ({ dataDir, files }: Pick<Places, 'dataDir' | 'files'>, deps: { clock: Clock; log?: Log }) =>
  files === null
    ? createFolderFiles(dataDir)
    : createObjectFiles(createS3Objects(files, deps), { clock: deps.clock, place: files.place })
