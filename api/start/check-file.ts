import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { lookAtFile, markIn } from '../../db/inspect/file.ts'
import { newestMigration } from '../../db/migrations.ts'
import { databaseFault } from './database-fault.ts'
import { databaseFaults, startFaults } from './start.sentences.ts'
import { StartFault } from './start-fault.ts'

const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0)

/** The first bytes of a file, read without the engine. */
const headOf = (file: string): Buffer => {
  const head = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    return head.subarray(0, readSync(handle, head, 0, 100, 0))
  } finally {
    closeSync(handle)
  }
}

const magic = 'SQLite format 3\0'

const demandWritable = (file: string) => {
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
    accessSync(dirname(file), constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartFault(databaseFaults.readOnly(file), error)
  }
}

const look = (file: string) => {
  try {
    return lookAtFile(file)
  } catch (error) {
    throw databaseFault(`file:${file}`, error) ?? error
  }
}

/**
 * Whether a database file can be served, without writing to it: `fresh` when there is none yet. `before` is what the last server in its data
 * folder wrote: where one served, an empty file is no beginning, and a `-wal` must lie beside the file that bears its mark.
 * Throws a `StartFault` for a foreign, emptied, lost, read-only or newer file, and for one whose `-wal` is another's.
 */
export const checkFile = (file: string, before: { mark: number | null } | null): 'fresh' | 'filled' => {
  const waiting = sizeOf(`${file}-wal`)
  if (!existsSync(file)) {
    if (waiting > 0) throw new StartFault(databaseFaults.gone(file))
    const folder = dirname(file)
    if (existsSync(folder)) {
      try {
        accessSync(folder, constants.W_OK | constants.X_OK)
      } catch (error) {
        throw new StartFault(startFaults.folder(folder, error instanceof Error ? error.message : String(error)), error)
      }
    }
    return 'fresh'
  }
  if (!statSync(file).isFile()) throw new StartFault(databaseFaults.foreign(file))
  demandWritable(file)
  const head = headOf(file)
  if (head.length === 0) {
    if (before !== null || waiting > 0) throw new StartFault(databaseFaults.emptied(file))
    return 'fresh'
  }
  if (head.toString('latin1', 0, magic.length) !== magic) throw new StartFault(databaseFaults.foreign(file))
  if (waiting > 0 && before?.mark != null && markIn(head) !== before.mark)
    throw new StartFault(databaseFaults.otherWal(file))
  const { tables, newest } = look(file)
  if (tables.size === 0) {
    if (before !== null) throw new StartFault(databaseFaults.emptied(file))
    return 'fresh'
  }
  if (newest === null || !tables.has('outbox') || !tables.has('ticket'))
    throw new StartFault(databaseFaults.foreign(file))
  if (newest > newestMigration('sqlite')) throw new StartFault(databaseFaults.newer(file))
  return 'filled'
}
