import { ReadRefused } from './reading.types.ts'

/** What PostgreSQL says of a statement that it ended itself. */
const statementEnded = '57014'

/** Why a read was given up, where an error (or what the query builder wraps) tells of that; null for any other. */
export const refusalOf = (error: unknown): ReadRefused['reason'] | null => {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (cause instanceof ReadRefused) return cause.reason
  return cause instanceof Error && Reflect.get(cause, 'code') === statementEnded ? 'too-long' : null
}
