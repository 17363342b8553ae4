/** Codes of both engines, and of the way to them, for a database that does nothing for the moment or may not be written. */
const codes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  // Ended by its administrator, crashed, starting, too many connections, read-only, no room.
  ...['57P01', '57P02', '57P03', '53300', '25006', '53100'],
  ...['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_IOERR', 'SQLITE_BUSY', 'SQLITE_CANTOPEN'],
])

/** What the driver says without a code. */
const said =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/

/** The code of a database that cannot be asked, or cannot be written, at the moment, where an error (or what the query builder wraps) tells of one; null for any other. */
export const databaseAway = (error: unknown): string | null => {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (!(cause instanceof Error)) return null
  const code: unknown = Reflect.get(cause, 'code')
  if (typeof code === 'string' && (codes.has(code) || /^08|^SQLITE_(READONLY|IOERR|CANTOPEN)_/.test(code))) return code
  return said.test(cause.message) ? 'CLOSED' : null
}
