import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/start/child.ts'
import { ConfigError, readConfig, sampleSecrets } from '../../../api/platform/config.ts'

const carrier = {
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_API_KEY_SID: 'SK1',
  TWILIO_API_KEY_SECRET: 'secret',
}
const production = {
  ...carrier,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://hotline.example/',
  SESSION_SECRET: 'Vq7mRz2WkN9sXb4TgLc8YhPd3JfUe6Aa',
  TICKET_NUMBER_KEY: 'nB5xKe8RtQw2Lz7M',
}
const refusal = (env: Record<string, string>) => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    return error instanceof ConfigError ? error.message : 'not a ConfigError'
  }
}

describe('configuration', () => {
  it('has defaults for a trial', () => {
    expect(readConfig(carrier)).toMatchObject({
      port: 8311,
      host: '127.0.0.1',
      databaseUrl: 'file:./data/yixian.db',
      publicUrl: 'http://127.0.0.1:8311',
      sampleCity: true,
    })
  })

  it('speaks in voices that know their language, and refuses others', () => {
    expect(readConfig(carrier).speech).toEqual({
      voices: { zh: 'Polly.Zhiyu-Neural', en: 'Polly.Joanna-Neural' },
      engine: 'deepgram',
    })
    const chosen = { TWILIO_VOICE_ZH: 'Google.cmn-CN-Wavenet-A', TWILIO_TRANSCRIPTION_ENGINE: 'google' }
    expect(readConfig({ ...carrier, ...chosen }).speech).toMatchObject({
      voices: { zh: 'Google.cmn-CN-Wavenet-A' },
      engine: 'google',
    })
    for (const voice of ['Polly.Joanna', 'alice', 'Google.en-US-Wavenet-A', 'Polly.Nobody'])
      expect(refusal({ ...carrier, TWILIO_VOICE_ZH: voice })).toContain('must be a voice that speaks Mandarin')
    for (const voice of ['Polly.Zhiyu', 'Google.cmn-CN-Wavenet-A', 'Polly.Nobody'])
      expect(refusal({ ...carrier, TWILIO_VOICE_EN: voice })).toContain('must be a voice that speaks American English')
    expect(refusal({ ...carrier, TWILIO_TRANSCRIPTION_ENGINE: 'whisper' })).toContain('TWILIO_TRANSCRIPTION_ENGINE')
  })

  it('keeps files in the data folder, or in a store that is named in full', () => {
    expect(readConfig(carrier).files).toBeNull()
    const store = {
      FILES_URL: 's3://city/hotline/files/',
      FILES_ENDPOINT: 'https://s3.cn-north-1.amazonaws.com.cn/',
      FILES_ACCESS_KEY_ID: 'AK',
      FILES_SECRET_ACCESS_KEY: 'secret/+',
    }
    expect(readConfig({ ...carrier, ...store, FILES_REGION: 'cn-north-1', FILES_ADDRESSING: 'host' }).files).toEqual({
      place: 's3://city/hotline/files',
      endpoint: 'https://s3.cn-north-1.amazonaws.com.cn',
      bucket: 'city',
      prefix: 'hotline/files/',
      region: 'cn-north-1',
      addressing: 'host',
      accessKeyId: 'AK',
      secretAccessKey: 'secret/+',
    })
    expect(readConfig({ ...carrier, ...store, FILES_URL: 's3://city' }).files).toMatchObject({
      prefix: '',
      place: 's3://city',
      region: 'us-east-1',
      addressing: 'path',
    })
    const { FILES_ENDPOINT: _none, ...without } = store
    expect(refusal({ ...carrier, ...without })).toBe('FILES_ENDPOINT: missing, for FILES_URL is set')
    expect(refusal({ ...carrier, FILES_ENDPOINT: store.FILES_ENDPOINT })).toContain(
      'FILES_URL: missing, though FILES_ENDPOINT',
    )
    for (const [name, value] of [
      ['FILES_URL', 'https://city.s3.amazonaws.com'],
      ['FILES_URL', 's3://City'],
      ['FILES_URL', 's3://city/../other'],
      ['FILES_ENDPOINT', 's3.example.com'],
      ['FILES_ENDPOINT', 'https://s3.example.com/city'],
      ['FILES_ENDPOINT', 'https://key:secret@s3.example.com'],
      ['FILES_ADDRESSING', 'dns'],
      ['FILES_SECRET_ACCESS_KEY', 'with a blank'],
    ] as const) {
      expect(refusal({ ...carrier, ...store, [name]: value })).toMatch(new RegExp(`^${name}: must `))
      expect(refusal({ ...carrier, ...store, [name]: value })).not.toContain(value)
    }
    expect(refusal({ ...production, ...store, FILES_ENDPOINT: 'http://10.0.0.5:9000' })).toContain(
      'FILES_ENDPOINT: must begin with https://',
    )
    expect(refusal({ ...production, ...store, FILES_ENDPOINT: 'http://127.0.0.1:9000' })).toBe('')
  })

  it('keeps the database where the data is, unless told otherwise', () => {
    expect(readConfig({ ...carrier, DATA_DIR: '/srv/city/' }).databaseUrl).toBe('file:/srv/city/yixian.db')
    const elsewhere = { DATA_DIR: '/srv/city', DATABASE_URL: 'postgres://db/city' }
    expect(readConfig({ ...carrier, ...elsewhere }).databaseUrl).toBe('postgres://db/city')
  })

  it('sets no window for returns until it is told one', () => {
    expect(readConfig({ ...carrier }).returnWithinWorkingDays).toBeNull()
    expect(readConfig({ ...carrier, RETURN_WITHIN_WORKING_DAYS: '' }).returnWithinWorkingDays).toBeNull()
    expect(readConfig({ ...carrier, RETURN_WITHIN_WORKING_DAYS: '2' }).returnWithinWorkingDays).toBe(2)
  })

  it('reminders are set by what is waited for, in working days', () => {
    const read = (text: string) => readConfig({ ...carrier, REMIND_AFTER_WORKING_DAYS: text }).remindAfterWorkingDays
    expect(readConfig({ ...carrier }).remindAfterWorkingDays).toEqual({})
    expect(read('waitsReview=2, waitsResume = 10')).toEqual({ waitsReview: 2, waitsResume: 10 })
    for (const wrong of ['waitsReview', 'waitsReview=0', 'waitsReview=1.5', 'waitsLunch=1', 'waitsReview=1=2', '=1'])
      expect(() => read(wrong)).toThrow('REMIND_AFTER_WORKING_DAYS')
  })
  it('answers thirty texts of a number in an hour, until it is told otherwise', () => {
    expect(readConfig({ ...carrier }).answersPerHour).toBe(30)
    expect(readConfig({ ...carrier, ANSWERS_PER_HOUR: '100' }).answersPerHour).toBe(100)
  })

  it('takes a whole production environment, without the sample city', () => {
    expect(readConfig(production)).toMatchObject({
      production: true,
      publicUrl: 'https://hotline.example',
      sampleCity: false,
    })
  })

  it.each([
    ['PORT', 'abc', 'PORT: must be a number from 0 to 65535'],
    ['PORT', '80000', 'PORT: must be a number from 0 to 65535'],
    ['CARRIER_PORT', '1.5', 'CARRIER_PORT: must be a whole number'],
    ['TEXTS_PER_SECOND', '0', 'TEXTS_PER_SECOND: must be a number from 1 on'],
    ['ANSWERS_PER_HOUR', '4', 'ANSWERS_PER_HOUR: must be a number from 5 to 1000'],
    ['ANSWERS_PER_HOUR', '7.5', 'ANSWERS_PER_HOUR: must be a whole number'],
    ['TRIAGE_THRESHOLD', '60', 'TRIAGE_THRESHOLD: must be a number from 0 to 1'],
    ['RETURN_WITHIN_WORKING_DAYS', '0', 'RETURN_WITHIN_WORKING_DAYS: must be a number from 1 to 365'],
    ['TIME_ZONE', 'Mars/Phobos', 'TIME_ZONE: there is no time zone Mars/Phobos; Asia/Shanghai is one'],
    ['FOLLOW_UP_WAIT_HOURS', '-1', 'FOLLOW_UP_WAIT_HOURS: must be a number above 0'],
  ])('says what %s must be when it is %s', (name, value, said) => {
    expect(refusal({ ...carrier, [name]: value })).toBe(said)
  })

  it.each([
    'PUBLIC_URL',
    'SESSION_SECRET',
    'TICKET_NUMBER_KEY',
    'TWILIO_ACCOUNT_SID',
    'TWILIO_AUTH_TOKEN',
    'TWILIO_API_KEY_SID',
    'TWILIO_API_KEY_SECRET',
  ])('refuses to start in production without %s, and says so', (name) => {
    expect(
      refusal(Object.fromEntries(Object.entries(production).filter(([key]) => key !== name))),
      'that one, once',
    ).toBe(`${name}: missing`)
  })

  it.each([
    ['SESSION_SECRET', sampleSecrets.sessionSecret],
    ['TICKET_NUMBER_KEY', sampleSecrets.ticketNumberKey],
  ])('refuses the sample %s in production', (name, value) => {
    expect(refusal({ ...production, [name]: value })).toContain(`${name}: is the sample`)
  })

  it.each([
    ['SESSION_SECRET', 'a'.repeat(40)],
    ['SESSION_SECRET', 'ab'.repeat(20)],
    ['SESSION_SECRET', 'hotline1'.repeat(5)],
    ['SESSION_SECRET', '1234567'.repeat(5)],
    ['TICKET_NUMBER_KEY', '0'.repeat(32)],
  ])('refuses a %s in production that anybody guesses: %s', (name, value) => {
    expect(refusal({ ...production, [name]: value })).toContain(`${name}: is too simple`)
  })
  it('takes what the advised command makes up', () => {
    for (let tries = 0; tries < 1000; tries++)
      expect(refusal({ ...production, SESSION_SECRET: randomBytes(32).toString('hex') })).toBe('')
  })
  it('refuses a public address without https in production only', () => {
    const PUBLIC_URL = 'http://hotline.example'
    expect(refusal({ ...production, PUBLIC_URL })).toContain('PUBLIC_URL: must begin with https://')
    expect(refusal({ ...carrier, PUBLIC_URL })).toBe('')
  })
  it('refuses the sample password for the first administrator, wherever it is given', () => {
    expect(refusal({ ...carrier, ADMIN_PASSWORD: sampleSecrets.password })).toContain('ADMIN_PASSWORD: is the sample')
  })
  it('needs no package to check settings: it is done before they are installed', () => {
    expect(readFileSync(join(root, 'api/platform/settings.mjs'), 'utf8')).not.toMatch(/^\s*import |import\(|require\(/m)
  })

  it('knows the token before this one, and until when', () => {
    const env = {
      TWILIO_AUTH_TOKEN: 'new',
      TWILIO_AUTH_TOKEN_OLD: 'old',
      TWILIO_AUTH_TOKEN_OLD_UNTIL: '2026-11-23T12:00:00+08:00',
    }
    expect(readConfig(env).twilio.oldAuthToken).toEqual({ token: 'old', until: new Date('2026-11-23T04:00:00Z') })
    expect(() => readConfig({ ...env, TWILIO_AUTH_TOKEN_OLD_UNTIL: '' })).toThrow('only together')
  })

  it('never starts without a token to check signatures with', () => {
    expect(refusal({})).toContain('TWILIO_AUTH_TOKEN')
  })

  it.each([
    ['DATABASE_URL', 'mysql://city'],
    ['DATABASE_URL', 'file:'],
    ['PORT', 'eighty'],
    ['PUBLIC_URL', 'hotline'],
    ['SESSION_SECRET', 'short'],
    ['TWILIO_ACCOUNT_SID', 'AC1'],
  ])('names a malformed %s', (name, value) => {
    expect(refusal({ ...carrier, [name]: value })).toContain(name)
  })
})
