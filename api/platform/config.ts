import type { WaitKind } from '../vocabulary/ticket.ts'
import { roles, type Role } from '../vocabulary/directory.ts'
import { sampleSecrets, settingFaults, type settings } from './settings.mjs'

export { sampleSecrets }

/** Everything the program may be told from outside; read once, then passed in. */
export interface Config {
  production: boolean
  port: number
  host: string
  databaseUrl: string
  dataDir: string
  /** The object store that holds attachments and recordings; null: they lie in the data folder. */
  files: S3Place | null
  /** The address Twilio signs, without a trailing slash. */
  publicUrl: string
  /**
   * How many reverse proxies of the city's own stand before the server and each add to `X-Forwarded-For`: 0 believes no header, 1 the last address in it.
   * Too many, and anybody may name the address that the limit of sign-in tries counts by.
   */
  trustProxy: number
  sessionSecret: string
  /** A session ends after so many minutes in which nobody did anything. */
  sessionIdleMinutes: number
  /** Who must use a second factor. */
  secondFactorRoles: readonly Role[]
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
  /** How the hotline speaks and listens on the telephone. */
  speech: {
    /** The carrier's name of the voice of each language. */
    voices: { zh: string; en: string }
    /** Whose speech recognition writes the talk down; what citizens say goes there. */
    engine: 'deepgram' | 'google'
  }
  sampleCity: boolean
  /** Of `admin`, the first account of an empty city; null: one is made up. */
  adminPassword: string | null
  carrierPort: number
  timeZone: string
  logLevel: string
  followUpWaitHours: number
  /** Working days from dispatch within which a unit may apply to return a ticket; null: as long as it has it. */
  returnWithinWorkingDays: number | null
  /** Working days after which whoever a ticket waits for is reminded, by what it waits for; what is absent keeps its default. */
  remindAfterWorkingDays: Readonly<Partial<Record<WaitKind, number>>>
  /** How many texts a second the carrier's contract allows. */
  textsPerSecond: number
  /** How many texts of one number the program answers by itself within an hour; what comes then waits for a person. Advice in danger is always given. */
  answersPerHour: number
  triageThreshold: number
}

/**
 * How the hotline speaks and listens where no setting says otherwise.
 * @internal exported for tests
 */
export const defaultSpeech: Config['speech'] = {
  voices: { zh: 'Polly.Zhiyu-Neural', en: 'Polly.Joanna-Neural' },
  engine: 'deepgram',
}

/** A setting that is missing or must not be used; the process prints the message and ends. */
export class ConfigError extends Error {}

type Given = Record<string, string | undefined>

/** An S3-compatible store of files. */
export interface S3Place {
  /** Bucket and prefix as they are shown; no secret. */
  place: string
  /** Protocol, host and port, without a slash at the end. */
  endpoint: string
  bucket: string
  /** What every key begins with: empty, or with a slash at the end. */
  prefix: string
  region: string
  /** Whether the bucket's name stands in the path or before the host. */
  addressing: 'path' | 'host'
  accessKeyId: string
  secretAccessKey: string
}

/** Where the city's data lies: what the commands need that know nothing of the carrier. */
export interface Places {
  databaseUrl: string
  dataDir: string
  files: S3Place | null
}

const placeSettings = [
  'DATABASE_URL',
  'DATA_DIR',
  'FILES_URL',
  'FILES_ENDPOINT',
  'FILES_REGION',
  'FILES_ADDRESSING',
  'FILES_ACCESS_KEY_ID',
  'FILES_SECRET_ACCESS_KEY',
] as const satisfies (keyof typeof settings)[]

const only = (env: Given, names: readonly string[]): Given => Object.fromEntries(names.map((name) => [name, env[name]]))

const readStore = (env: Given): S3Place | null => {
  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)\/?(.*?)\/?$/.exec(env['FILES_URL'] ?? '') ?? []
  if (bucket === '') return null
  return {
    place: `s3://${bucket}${prefix && `/${prefix}`}`,
    endpoint: (env['FILES_ENDPOINT'] ?? '').replace(/\/$/, ''),
    bucket,
    prefix: prefix && `${prefix}/`,
    region: env['FILES_REGION'] || 'us-east-1',
    addressing: env['FILES_ADDRESSING'] === 'host' ? 'host' : 'path',
    accessKeyId: env['FILES_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: env['FILES_SECRET_ACCESS_KEY'] ?? '',
  }
}

/** Reads where the database and the files lie; for commands that run without the server's secrets. Throws `ConfigError` for what is wrong of it. */
export const readPlaces = (env: Given): Places => {
  const faults = settingFaults(only(env, placeSettings))
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  const dataDir = env['DATA_DIR'] || './data'
  return {
    dataDir,
    files: readStore(env),
    databaseUrl: env['DATABASE_URL'] || `file:${dataDir.replace(/\/+$/, '')}/yixian.db`,
  }
}

/** `waitsReview=2,waitsResume=10`, as `settings.mjs` has checked it. */
const daysByWord = (text: string): Partial<Record<WaitKind, number>> =>
  Object.fromEntries(
    text.split(',').flatMap((pair) => {
      const [word, days] = pair.split('=').map((part) => part.trim())
      return word && days ? [[word, Number(days)]] : []
    }),
  )

/** Reads and checks the environment. Throws `ConfigError` naming every setting that is missing, malformed or a sample secret in production. */
export const readConfig = (env: Given): Config => {
  const text = (name: keyof typeof settings): string | null => env[name] || null
  const number = (name: keyof typeof settings, fallback: number): number => Number(text(name) ?? fallback)
  const faults = settingFaults(env)
  const production = text('NODE_ENV') === 'production'
  if (!text('TWILIO_AUTH_TOKEN') && !production)
    faults.push('TWILIO_AUTH_TOKEN: missing (npm start makes one up for the practice carrier)')
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  const oldAuthToken = text('TWILIO_AUTH_TOKEN_OLD')
  return {
    production,
    port: number('PORT', 8311),
    host: text('HOST') ?? '127.0.0.1',
    ...readPlaces(env),
    publicUrl: (text('PUBLIC_URL') ?? `http://127.0.0.1:${number('PORT', 8311)}`).replace(/\/+$/, ''),
    trustProxy: number('TRUST_PROXY', 0),
    sessionSecret: text('SESSION_SECRET') ?? sampleSecrets.sessionSecret,
    sessionIdleMinutes: number('SESSION_IDLE_MINUTES', 60),
    secondFactorRoles: roles.filter((role) => (text('SECOND_FACTOR_ROLES') ?? '').split(/\s*,\s*/).includes(role)),
    ticketNumberKey: text('TICKET_NUMBER_KEY') ?? sampleSecrets.ticketNumberKey,
    twilio: {
      accountSid: text('TWILIO_ACCOUNT_SID') ?? '',
      authToken: text('TWILIO_AUTH_TOKEN') ?? '',
      ...(oldAuthToken !== null && {
        oldAuthToken: { token: oldAuthToken, until: new Date(text('TWILIO_AUTH_TOKEN_OLD_UNTIL') ?? '') },
      }),
      apiKeySid: text('TWILIO_API_KEY_SID') ?? '',
      apiKeySecret: text('TWILIO_API_KEY_SECRET') ?? '',
      apiUrl: text('TWILIO_API_URL'),
      twimlAppSid: text('TWILIO_TWIML_APP_SID'),
    },
    speech: {
      voices: {
        zh: text('TWILIO_VOICE_ZH') ?? defaultSpeech.voices.zh,
        en: text('TWILIO_VOICE_EN') ?? defaultSpeech.voices.en,
      },
      engine: text('TWILIO_TRANSCRIPTION_ENGINE') === 'google' ? 'google' : defaultSpeech.engine,
    },
    sampleCity: text('SAMPLE_CITY') !== '0' && !production,
    adminPassword: text('ADMIN_PASSWORD'),
    carrierPort: number('CARRIER_PORT', 8312),
    timeZone: text('TIME_ZONE') ?? 'Asia/Shanghai',
    logLevel: text('LOG_LEVEL') ?? 'info',
    followUpWaitHours: number('FOLLOW_UP_WAIT_HOURS', 72),
    returnWithinWorkingDays:
      text('RETURN_WITHIN_WORKING_DAYS') === null ? null : number('RETURN_WITHIN_WORKING_DAYS', 0),
    remindAfterWorkingDays: daysByWord(text('REMIND_AFTER_WORKING_DAYS') ?? ''),
    textsPerSecond: number('TEXTS_PER_SECOND', 20),
    answersPerHour: number('ANSWERS_PER_HOUR', 30),
    triageThreshold: number('TRIAGE_THRESHOLD', 0.6),
  }
}
