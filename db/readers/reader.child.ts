import Database from 'better-sqlite3'
import { reuseStatements } from '../dialect/insert/reuse-statements.ts'
import type { ReaderAnswer } from './reader-process.ts'
import type { Statement } from './reading.types.ts'

/** Reads the SQLite file it was named, a statement at a time, for the process that started it; ends with it. */
const [file = ''] = process.argv.slice(2)
const connection = new Database(file, { fileMustExist: true })
connection.pragma('query_only = ON')
connection.pragma('busy_timeout = 5000')
reuseStatements(connection)

const answer = ({ sql, params, method }: Statement): ReaderAnswer => {
  try {
    const statement = connection.prepare(sql).raw()
    const rows = method === 'get' ? statement.get(...params) : statement.all(...params)
    return { rows: rows as unknown[] | undefined } // raw statements give arrays
  } catch (error) {
    const { message, code } = error as Error & { code?: unknown } // the driver throws errors alone
    return { error: message, code: typeof code === 'string' ? code : null }
  }
}

process.on('message', (statement: Statement) => process.send?.(answer(statement)))
process.on('disconnect', () => process.exit())
