// What each setting may be, and what production refuses. Plain JavaScript without dependencies: the first command of a newcomer reads it
// on any Node from 20 on, before a minute of installing packages.

/** Secrets that belong to the sample city; production refuses them. */
export const sampleSecrets = /** @type {const} */ ({
  sessionSecret: 'sample-session-secret-not-for-production',
  ticketNumberKey: 'sample-ticket-number-key',
  password: 'hotline-12345',
})

/** @typedef {(text: string) => string | null} Check What is wrong with a value that was given; null when nothing is. */

/** @type {(least: number, most?: number) => Check} */
const numberFrom =
  (least, most = Number.MAX_SAFE_INTEGER) =>
  (text) => {
    const bounds = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`
    const value = text.trim() === '' ? Number.NaN : Number(text)
    return value >= least && value <= most ? null : `must be a number ${bounds}`
  }

/** @type {(least: number, most?: number) => Check} */
const wholeFrom = (least, most) => {
  const within = numberFrom(least, most)
  return (text) => within(text) ?? (Number.isInteger(Number(text)) ? null : 'must be a whole number')
}

/** @type {Check} */
const aboveZero = (text) => (Number(text) > 0 && Number.isFinite(Number(text)) ? null : 'must be a number above 0')

/** @type {(...words: string[]) => Check} */
const oneOf =
  (...words) =>
  (text) =>
    words.includes(text) ? null : `must be one of ${words.join(', ')}`

/** @type {(...words: string[]) => Check} */
const someOf =
  (...words) =>
  (text) =>
    text.split(',').every((word) => words.includes(word.trim()))
      ? null
      : `must be some of ${words.join(', ')}, parted by commas`

/** @type {(...words: string[]) => Check} */
const daysFor =
  (...words) =>
  (text) =>
    text.split(',').every((pair) => {
      const [word = '', days = '', ...more] = pair.split('=').map((part) => part.trim())
      return words.includes(word) && /^[1-9]\d{0,2}$/.test(days) && more.length === 0
    })
      ? null
      : `must be pairs like waitsReview=2, parted by commas, of ${words.join(', ')} and a number of working days`

/**
 * `waitKinds` of `api/vocabulary/ticket.ts`, which this file cannot read.
 * @internal exported for its test
 */
export const waits = [
  'waitsAccept',
  'waitsSubmit',
  'waitsDispatch',
  'waitsSign',
  'waitsAnswer',
  'waitsReturn',
  'waitsResume',
  'waitsReview',
  'waitsFollowUp',
  'waitsExtension',
  'waitsDecision',
  'waitsCheck',
]

/** The roles of `api/vocabulary/directory.ts`, which this file cannot read. */
const roles = ['agent', 'dispatcher', 'unitStaff', 'unitHead', 'reviewer', 'followUp', 'supervisor', 'admin']

/** @type {(pattern: RegExp, said: string) => Check} */
const like = (pattern, said) => (text) => (pattern.test(text) ? null : said)

/** @type {(least: number) => Check} */
const longAs = (least) => (text) => (text.length >= least ? null : `must have at least ${least} characters`)

/** @type {Check} */
const webAddress = (text) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? null : 'must be a web address (https://…)'

/** @type {Check} */
const timeZone = (text) => {
  try {
    Intl.DateTimeFormat('en', { timeZone: text }).format(0)
    return null
  } catch {
    return `there is no time zone ${text}; Asia/Shanghai is one`
  }
}

/** @type {Check} */
const instant = (text) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
    ? null
    : 'must be a time with its zone, like 2026-11-23T12:00:00+08:00'

/** @type {Check} */
const origin = (text) =>
  webAddress(text) ??
  (/^https?:\/\/[^/?#@]+\/?$/.test(text) ? null : 'must be protocol, host and port only (https://…)')

/** @type {Check} */
const anything = () => null

/** Every setting, and what a given value of it must be. */
export const settings = {
  NODE_ENV: oneOf('development', 'production', 'test'),
  PORT: wholeFrom(0, 65_535),
  HOST: anything,
  DATABASE_URL: like(/^(file:.|postgres(ql)?:\/\/.)/, 'must begin with file: or postgres://'),
  DATA_DIR: anything,
  FILES_URL: like(
    /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?$/,
    'must be s3://BUCKET or s3://BUCKET/PREFIX (letters, digits, dot, dash, underscore)',
  ),
  FILES_ENDPOINT: origin,
  FILES_REGION: like(/^[a-z0-9][a-z0-9-]*$/, 'must be the name of a region, like cn-north-1'),
  FILES_ADDRESSING: oneOf('path', 'host'),
  FILES_ACCESS_KEY_ID: like(/^\S+$/, 'must have no blanks'),
  FILES_SECRET_ACCESS_KEY: like(/^\S+$/, 'must have no blanks'),
  PUBLIC_URL: webAddress,
  TRUST_PROXY: wholeFrom(0, 10),
  SESSION_SECRET: longAs(32),
  SESSION_IDLE_MINUTES: wholeFrom(5, 720),
  SECOND_FACTOR_ROLES: someOf(...roles),
  TICKET_NUMBER_KEY: longAs(16),
  TWILIO_ACCOUNT_SID: like(/^AC[0-9a-f]{32}$/i, 'must be AC and 32 hexadecimal digits'),
  TWILIO_AUTH_TOKEN: anything,
  TWILIO_AUTH_TOKEN_OLD: anything,
  TWILIO_AUTH_TOKEN_OLD_UNTIL: instant,
  TWILIO_API_KEY_SID: anything,
  TWILIO_API_KEY_SECRET: anything,
  TWILIO_API_URL: webAddress,
  TWILIO_TWIML_APP_SID: anything,
  TWILIO_VOICE_ZH: like(
    /^(Polly\.Zhiyu(-Neural)?|Google\.cmn-CN-[A-Za-z0-9-]+)$/,
    'must be a voice that speaks Mandarin: Polly.Zhiyu, Polly.Zhiyu-Neural or Google.cmn-CN-…',
  ),
  TWILIO_VOICE_EN: like(
    /^(Polly\.(Joanna|Matthew|Salli|Kendra|Kimberly|Ivy|Joey|Justin|Ruth|Stephen|Danielle|Gregory)(-Neural|-Generative)?|Google\.en-US-[A-Za-z0-9-]+)$/,
    'must be a voice that speaks American English: Polly.Joanna-Neural, Polly.Matthew-Neural …, or Google.en-US-…',
  ),
  TWILIO_TRANSCRIPTION_ENGINE: oneOf('deepgram', 'google'),
  SAMPLE_CITY: oneOf('0', '1'),
  ADMIN_PASSWORD: anything,
  CARRIER_PORT: wholeFrom(0, 65_535),
  TIME_ZONE: timeZone,
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
  FOLLOW_UP_WAIT_HOURS: aboveZero,
  RETURN_WITHIN_WORKING_DAYS: wholeFrom(1, 365),
  REMIND_AFTER_WORKING_DAYS: daysFor(...waits),
  TEXTS_PER_SECOND: wholeFrom(1),
  ANSWERS_PER_HOUR: wholeFrom(5, 1_000),
  TRIAGE_THRESHOLD: numberFrom(0, 1),
}

/** What production must be given: a trial makes these up. */
const required = /** @type {const} */ ([
  'PUBLIC_URL',
  'SESSION_SECRET',
  'TICKET_NUMBER_KEY',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_API_KEY_SID',
  'TWILIO_API_KEY_SECRET',
])

/** A secret of few signs, or of one piece again and again, is guessed: `aaaa…`, `abababab…`, `12345123451234512345`. */
const isPoor = (/** @type {string} */ secret) => new Set(secret).size < 8 || /^(.{1,8})\1+.{0,8}$/s.test(secret)

/** @type {(given: Record<string, string>) => string[]} */
const refusedInProduction = (given) => {
  const faults = required.filter((name) => !given[name]).map((name) => `${name}: missing`)
  const { SESSION_SECRET = '', TICKET_NUMBER_KEY = '', PUBLIC_URL } = given
  if (SESSION_SECRET === sampleSecrets.sessionSecret) faults.push('SESSION_SECRET: is the sample secret')
  else if (SESSION_SECRET && isPoor(SESSION_SECRET)) faults.push(`SESSION_SECRET: ${poor}`)
  if (TICKET_NUMBER_KEY === sampleSecrets.ticketNumberKey) faults.push('TICKET_NUMBER_KEY: is the sample key')
  else if (TICKET_NUMBER_KEY && isPoor(TICKET_NUMBER_KEY)) faults.push(`TICKET_NUMBER_KEY: ${poor}`)
  if (PUBLIC_URL && !/^https:/i.test(PUBLIC_URL))
    faults.push('PUBLIC_URL: must begin with https:// (a sign-in and every number would travel in the open)')
  return faults
}
const poor = 'is too simple: make one up with `openssl rand -hex 32`'

/** What a store needs beside its name. */
const ofStore = /** @type {const} */ (['FILES_ENDPOINT', 'FILES_ACCESS_KEY_ID', 'FILES_SECRET_ACCESS_KEY'])

/** @type {(given: Record<string, string>) => string[]} */
const storeFaults = (given) => {
  const { FILES_URL, FILES_ENDPOINT = '', NODE_ENV } = given
  const more = [...ofStore, 'FILES_REGION', 'FILES_ADDRESSING'].filter((name) => given[name])
  if (!FILES_URL)
    return more.length === 0
      ? []
      : [`FILES_URL: missing, though ${more.join(', ')} are set: files would stay in DATA_DIR`]
  const faults = ofStore.filter((name) => !given[name]).map((name) => `${name}: missing, for FILES_URL is set`)
  const isNear = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?\/?$/i.test(FILES_ENDPOINT)
  if (NODE_ENV === 'production' && FILES_ENDPOINT && !/^https:/i.test(FILES_ENDPOINT) && !isNear)
    faults.push('FILES_ENDPOINT: must begin with https:// (what citizens said would travel in the open)')
  return faults
}

/**
 * What is wrong with the settings of an environment, a line each; none when they can be used.
 * @type {(env: Record<string, string | undefined>) => string[]}
 */
export const settingFaults = (env) => {
  /** @type {Record<string, string>} */
  const given = {}
  for (const name of Object.keys(settings)) if (env[name]) given[name] = env[name]
  const faults = Object.entries(settings).flatMap(([name, check]) => {
    const value = given[name]
    const fault = value === undefined ? null : check(value)
    return fault === null ? [] : [`${name}: ${fault}`]
  })
  if (given['ADMIN_PASSWORD'] === sampleSecrets.password)
    faults.push('ADMIN_PASSWORD: is the sample password, with which nobody could sign in to production')
  if ((given['TWILIO_AUTH_TOKEN_OLD'] === undefined) !== (given['TWILIO_AUTH_TOKEN_OLD_UNTIL'] === undefined))
    faults.push('TWILIO_AUTH_TOKEN_OLD and TWILIO_AUTH_TOKEN_OLD_UNTIL: only together')
  faults.push(...storeFaults(given))
  return given['NODE_ENV'] === 'production' ? [...faults, ...refusedInProduction(given)] : faults
}

/**
 * What is said of settings that cannot be used.
 * @type {(faults: string) => string}
 */
export const settingsSentence = (faults) =>
  `设置有误，未启动；各项设置见 README。\nThe settings are not right; the README lists every setting.\n${faults}\n`
