import { pino, type Logger } from 'pino'

export type Log = Logger

/** The program's log: one JSON line an event, no personal data, no secrets (paths below are cut even if somebody passes them). */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    redact: { paths: ['password', 'authToken', 'token', 'secret', 'phone', 'body', 'cookie', '*.password', '*.token', '*.phone', '*.body'], censor: '[cut]' },
  })
