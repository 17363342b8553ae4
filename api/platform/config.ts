import { z } from 'zod'

/** Secrets that belong to the sample city; production refuses them. */
export const sampleSecrets = {
  sessionSecret: 'sample-session-secret-not-for-production',
  ticketNumberKey: 'sample-ticket-number-key',
  password: 'hotline-12345',
} as const

/** A number from outside; what is none is named by what it must be. */
const numberFrom = (least: number, most = Number.MAX_SAFE_INTEGER) => {
  const error =
    most === Number.MAX_SAFE_INTEGER ? `must be a number from ${least} on` : `must be a number from ${least} to ${most}`
  return z.coerce.number({ error }).min(least, { error }).max(most, { error })
}
const wholeFrom = (least: number, most?: number) => numberFrom(least, most).int({ error: 'must be a whole number' })
const port = wholeFrom(0, 65_535)
const aboveZero = 'must be a number above 0'

const Env = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: port.default(8311),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|postgres(ql)?:\/\/.)/, 'must begin with file: or postgres://')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: wholeFrom(0, 10).default(0),
  SESSION_SECRET: z.string().min(32).optional(),
  TICKET_NUMBER_KEY: z.string().min(16).optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i)
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_AUTH_TOKEN_OLD: z.string().min(1).optional(),
  TWILIO_AUTH_TOKEN_OLD_UNTIL: z.iso.datetime({ offset: true }).optional(),
  TWILIO_API_KEY_SID: z.string().optional(),
  TWILIO_API_KEY_SECRET: z.string().optional(),
  TWILIO_API_URL: z.url().optional(),
  TWILIO_TWIML_APP_SID: z.string().optional(),
  SAMPLE_CITY: z.enum(['0', '1']).default('1'),
  CARRIER_PORT: port.default(8312),
  TIME_ZONE: z.string().default('Asia/Shanghai'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  FOLLOW_UP_WAIT_HOURS: z.coerce.number({ error: aboveZero }).positive({ error: aboveZero }).default(72),
  RETURN_WITHIN_WORKING_DAYS: wholeFrom(1, 365).optional(),
  TEXTS_PER_SECOND: wholeFrom(1).default(20),
  TRIAGE_THRESHOLD: numberFrom(0, 1).default(0.6),
})

/** Everything the program may be told from outside; read once, then passed in. */
export interface Config {
  production: boolean
  port: number
  host: string
  databaseUrl: string
  dataDir: string
  /** The address Twilio signs, without a trailing slash. */
  publicUrl: string
  /**
   * How many reverse proxies of the city's own stand before the server and each add to `X-Forwarded-For`: 0 believes no header, 1 the last address in it.
   * Too many, and anybody may name the address that the limit of sign-in tries counts by.
   */
  trustProxy: number
  sessionSecret: string
  /** Key of the permutation that makes ticket numbers unguessable. */
  ticketNumberKey: string
  twilio: {
    accountSid: string
    authToken: string
    /** The token before this one: webhooks signed with it are taken until then, so that a change of tokens loses none. */
    oldAuthToken?: { token: string; until: Date }
    apiKeySid: string
    apiKeySecret: string
    /** Null for the live service; the practice carrier's address otherwise. */
    apiUrl: string | null
    twimlAppSid: string | null
  }
  sampleCity: boolean
  carrierPort: number
  timeZone: string
  logLevel: string
  followUpWaitHours: number
  /** Working days from dispatch within which a unit may apply to return a ticket; null: as long as it has it. */
  returnWithinWorkingDays: number | null
  /** How many texts a second the carrier's contract allows. */
  textsPerSecond: number
  triageThreshold: number
}

/** A setting that is missing or must not be used; the process prints the message and ends. */
export class ConfigError extends Error {}

/** Reads and checks the environment. Throws `ConfigError` naming every setting that is missing, malformed or a sample secret in production. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(given)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const e = parsed.data
  const production = e.NODE_ENV === 'production'
  const faults: string[] = []
  const required = (name: keyof typeof e, fallback: string): string => {
    const value = e[name]
    if (typeof value === 'string') return value
    if (production) faults.push(`${name}: missing`)
    return fallback
  }
  const sessionSecret = required('SESSION_SECRET', sampleSecrets.sessionSecret)
  if (production && e.SESSION_SECRET === sampleSecrets.sessionSecret)
    faults.push('SESSION_SECRET: is the sample secret')
  const config: Config = {
    production,
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL ?? `file:${e.DATA_DIR.replace(/\/+$/, '')}/yixian.db`,
    dataDir: e.DATA_DIR,
    publicUrl: required('PUBLIC_URL', `http://127.0.0.1:${e.PORT}`).replace(/\/+$/, ''),
    trustProxy: e.TRUST_PROXY,
    sessionSecret,
    ticketNumberKey: required('TICKET_NUMBER_KEY', sampleSecrets.ticketNumberKey),
    twilio: {
      accountSid: required('TWILIO_ACCOUNT_SID', ''),
      authToken: required('TWILIO_AUTH_TOKEN', ''),
      ...(e.TWILIO_AUTH_TOKEN_OLD !== undefined &&
        e.TWILIO_AUTH_TOKEN_OLD_UNTIL !== undefined && {
          oldAuthToken: { token: e.TWILIO_AUTH_TOKEN_OLD, until: new Date(e.TWILIO_AUTH_TOKEN_OLD_UNTIL) },
        }),
      apiKeySid: required('TWILIO_API_KEY_SID', ''),
      apiKeySecret: required('TWILIO_API_KEY_SECRET', ''),
      apiUrl: e.TWILIO_API_URL ?? null,
      twimlAppSid: e.TWILIO_TWIML_APP_SID ?? null,
    },
    sampleCity: e.SAMPLE_CITY === '1' && !production,
    carrierPort: e.CARRIER_PORT,
    timeZone: e.TIME_ZONE,
    logLevel: e.LOG_LEVEL,
    followUpWaitHours: e.FOLLOW_UP_WAIT_HOURS,
    returnWithinWorkingDays: e.RETURN_WITHIN_WORKING_DAYS ?? null,
    textsPerSecond: e.TEXTS_PER_SECOND,
    triageThreshold: e.TRIAGE_THRESHOLD,
  }
  if (production && e.TICKET_NUMBER_KEY === sampleSecrets.ticketNumberKey)
    faults.push('TICKET_NUMBER_KEY: is the sample key')
  if ((e.TWILIO_AUTH_TOKEN_OLD === undefined) !== (e.TWILIO_AUTH_TOKEN_OLD_UNTIL === undefined))
    faults.push('TWILIO_AUTH_TOKEN_OLD and TWILIO_AUTH_TOKEN_OLD_UNTIL: only together')
  if (!config.twilio.authToken && !production)
    faults.push('TWILIO_AUTH_TOKEN: missing (npm start makes one up for the practice carrier)')
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  return config
}
