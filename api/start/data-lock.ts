import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockFile } from '../../db/inspect/lock.ts'
import { startFaults } from './start.sentences.ts'
import { StartFault } from './start-fault.ts'

/** What a server leaves in its data folder: who serves it (null: nobody), since when, and the mark that the database file bears. */
interface ServerRecord {
  pid: number | null
  since: string
  mark: number | null
  /** The backup whose restore was begun and not ended: what is in the database may be half of it, or not held yet. */
  unfinishedRestore?: string | null
}

const recordFile = (dataDir: string) => join(dataDir, 'server.json')

/** What the last server in this folder wrote; null where none ever served. */
export const readRecord = (dataDir: string): ServerRecord | null => {
  try {
    return JSON.parse(readFileSync(recordFile(dataDir), 'utf8')) as ServerRecord // written below
  } catch {
    return null
  }
}

/** Writes the record, whole or not at all. */
export const writeRecord = (dataDir: string, change: Partial<ServerRecord>): void => {
  const before = readRecord(dataDir) ?? { pid: null, since: new Date(0).toISOString(), mark: null }
  const draft = `${recordFile(dataDir)}.draft`
  writeFileSync(draft, `${JSON.stringify({ ...before, ...change })}\n`, { mode: 0o600 })
  renameSync(draft, recordFile(dataDir))
}

/** The data folder held by this process. */
export interface DataLock {
  release(): void
}

/**
 * Holds a data folder until released, or until the process ends. `alone`: a database file belongs to one process; `shared`: servers on one
 * PostgreSQL may share a folder, and only a restore may not come between. Throws a `StartFault` naming who holds it.
 */
export const holdData = (dataDir: string, how: 'alone' | 'shared'): DataLock => {
  const lock = (() => {
    try {
      if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
      return lockFile(join(dataDir, 'server.lock'), how)
    } catch (error) {
      throw new StartFault(startFaults.folder(dataDir, error instanceof Error ? error.message : String(error)), error)
    }
  })()
  if (lock === null) throw new StartFault(startFaults.running(dataDir, readRecord(dataDir)?.pid ?? null))
  return lock
}
