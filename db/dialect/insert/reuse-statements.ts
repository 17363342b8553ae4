import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/** Statements kept for each connection, those used last; the program has a few hundred, look-ups of many ids add more. */
const kept = 600

/**
 * Lets a connection keep what it compiled: the query builder hands over the same text again and again, and compiling costs more
 * than running. A statement runs to its end before the next begins (the driver is synchronous), so reuse is safe.
 */
export const reuseStatements = (connection: Database.Database) => {
  const compile = connection.prepare.bind(connection)
  const statements = new LRUCache<string, Database.Statement>({ max: kept })
  connection.prepare = ((source: string) => {
    const known = statements.get(source)
    if (known) return known
    const made = compile(source)
    statements.set(source, made)
    return made
  }) as typeof connection.prepare // the wrapper takes and gives exactly what the driver's own method does
}
