import Database from 'better-sqlite3'
import { constants, setPriority } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

/** Reads a whole database file; what is wrong with it, `ok` when nothing is. */
const said = (file: string) => {
  try {
    const database = new Database(file, { readonly: true })
    const rows = database.prepare<[], { quick_check: string }>('pragma quick_check(3)').all()
    return rows.map(({ quick_check }) => quick_check).join('; ')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

// A process of its own, for the engine cannot be interrupted; within it a thread reads, so that the process hears when nobody waits any more. Ended
// by a signal: an orderly end would wait for the thread.
if (isMainThread) {
  // A large file takes minutes: whoever is served meanwhile goes before.
  setPriority(constants.priority.PRIORITY_LOW)
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  const reader = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) })
  reader.on('message', (answer: string) => process.stdout.write(answer, () => process.exit()))
} else parentPort?.postMessage(said(process.argv[2] ?? ''))
