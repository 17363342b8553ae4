import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Settings a trial needs and nobody wants to think up; kept in the data folder so that the second start has the same. */
const names = [
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_API_KEY_SID',
  'TWILIO_API_KEY_SECRET',
  'SESSION_SECRET',
  'TICKET_NUMBER_KEY',
] as const
type Name = (typeof names)[number]

const hex = (bytes: number) => randomBytes(bytes).toString('hex')
const make: Record<Name, () => string> = {
  TWILIO_ACCOUNT_SID: () => `AC${hex(16)}`,
  TWILIO_AUTH_TOKEN: () => hex(16),
  TWILIO_API_KEY_SID: () => `SK${hex(16)}`,
  TWILIO_API_KEY_SECRET: () => hex(16),
  SESSION_SECRET: () => hex(32),
  TICKET_NUMBER_KEY: () => hex(16),
}

/** The given environment, with what is missing read from `<data>/local.json` or made up and kept there. Never used in production. */
export const withLocalSecrets = (env: NodeJS.ProcessEnv, dataDir: string): NodeJS.ProcessEnv => {
  const file = join(dataDir, 'local.json')
  const kept: Partial<Record<Name, string>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const missing = names.filter((name) => !env[name] && !kept[name])
  if (missing.length > 0) {
    for (const name of missing) kept[name] = make[name]()
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  }
  return { ...Object.fromEntries(names.map((name) => [name, env[name] || kept[name]])), ...withoutEmpty(env) }
}

const withoutEmpty = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
