import { databaseFaults } from './start.sentences.ts'
import { StartFault } from './start-fault.ts'

const codeOf = (error: unknown): string => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? code : ''
}
const textOf = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error))

/** The database an address names, as it may be shown: the file, or host and name without user and password. */
export const shownDatabase = (url: string): string => {
  if (url.startsWith('file:')) return url.slice('file:'.length)
  if (!URL.canParse(url)) return 'PostgreSQL'
  const { host, pathname, searchParams } = new URL(url)
  return `${host || searchParams.get('host') || 'localhost'}${pathname}`
}

/** What PostgreSQL answers while it starts, stops or takes no more connections, and what the network says of one that is not there. */
const notThereYet = new Set([
  '57P03',
  '57P01',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
])

/** Why a PostgreSQL may be there later; null when waiting would not help. A host of several addresses fails as one error with all of theirs. */
export const whyNotYet = (error: unknown): string | null => {
  const code = codeOf(error) || (error instanceof AggregateError ? codeOf(error.errors[0]) : '')
  if (notThereYet.has(code)) return code
  return /connection terminated|timeout/i.test(textOf(error)) ? textOf(error) : null
}

/** What an engine says when it cannot use its database, as a sentence; null for what has no sentence of its own. */
export const databaseFault = (url: string, error: unknown): StartFault | null => {
  const what = shownDatabase(url)
  const code = codeOf(error)
  const said = () => {
    if (code === 'SQLITE_NOTADB') return databaseFaults.foreign(what)
    if (code.startsWith('SQLITE_CORRUPT')) return databaseFaults.corrupt(what, textOf(error))
    if (code === 'SQLITE_FULL' || code === 'ENOSPC') return databaseFaults.full(what)
    if (/^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR)|E(ACCES|PERM|ROFS)$)/.test(code)) return databaseFaults.readOnly(what)
    if (code.startsWith('28')) return databaseFaults.password(what)
    if (code === 'COLLATION') return databaseFaults.order(what)
    if (code === '3D000') return databaseFaults.missing(what)
    if (/^[0-9A-Z]{5}$/.test(code)) return databaseFaults.unusable(what, textOf(error))
    return null
  }
  const sentence = said()
  return sentence && new StartFault(sentence, error)
}
