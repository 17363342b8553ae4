/** Codes of both engines, and of the way to them, for a database that does nothing for the moment or may not be written. */
// ENOTFOUND and the like: the way there; 57P01 and following: ended by its administrator, crashed, starting; 53300: too many connections; 25006: read-only; 53100: no room.
const codes = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN 57P01 57P02 57P03 53300 25006 53100 SQLITE_FULL SQLITE_READONLY SQLITE_IOERR SQLITE_BUSY SQLITE_CANTOPEN'.split(
    ' ',
  ),
)

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
