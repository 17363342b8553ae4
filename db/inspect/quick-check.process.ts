import Database from 'better-sqlite3'
import { constants, setPriority } from 'node:os'

/** Reads a whole database file and prints what is wrong with it, `ok` when nothing is. A process of its own: the engine cannot be interrupted. */
const said = () => {
  try {
    const database = new Database(process.argv[2] ?? '', { readonly: true })
    const rows = database.prepare<[], { quick_check: string }>('pragma quick_check(3)').all()
    return rows.map(({ quick_check }) => quick_check).join('; ')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
// A large file takes minutes: whoever is served meanwhile goes before.
setPriority(constants.priority.PRIORITY_LOW)
process.stdout.write(said())
