import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import pg from 'pg'

const question = 'select 1 from staff limit 1'

const inFile = (file: string): boolean => {
  if (!existsSync(file)) return false
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare(question).get() !== undefined
  } catch (error) {
    if (error instanceof Error && error.message.includes('no such table')) return false
    throw error
  } finally {
    database.close()
  }
}

const onServer = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(question)).rows.length > 0
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42P01') return false
    throw error
  } finally {
    await client.end()
  }
}

/**
 * Whether somebody works here already: false for a database that was never filled. Asked of the engine itself, because the schema and
 * the verbs take two seconds to load and a second start needs neither. Throws what the engine says when it does not answer.
 */
export const isStaffed = async (databaseUrl: string): Promise<boolean> =>
  databaseUrl.startsWith('file:') ? inFile(databaseUrl.slice('file:'.length)) : onServer(databaseUrl)
