import { pino, type DestinationStream, type Logger } from 'pino'

/** The program's log; see `createLog` for what never gets into it. */
export type Log = Logger

/** An error as the log may keep it: no statement's values (drizzle writes them into its message), no fields that a driver adds. */
const safeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code: unknown = Reflect.get(error, 'code')
  return {
    type: error.name,
    message: error.message.split('\nparams:', 1)[0],
    stack: frames.join('\n'),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.cause === undefined ? {} : { cause: safeError(error.cause) }),
  }
}

/** A phone number in running text: E.164, or a mainland mobile number as people write it. Longer digits (times, ticket numbers) are none. */
const phoneNumber = /\+\d{8,15}(?!\d)|(?<![\d+])1[3-9]\d{9}(?!\d)/g

/**
 * The program's log: one JSON line an event, no personal data, no secrets: paths below are cut even if somebody passes them, and
 * a phone number anywhere in a line is masked.
 */
export const createLog = (level: string, destination?: DestinationStream): Log => {
  const options = {
    level,
    base: null,
    serializers: { err: safeError },
    hooks: { streamWrite: (line: string) => line.replace(phoneNumber, '[phone]') },
    redact: {
      paths: [
        'password',
        'authToken',
        'token',
        'secret',
        'phone',
        'body',
        'cookie',
        '*.password',
        '*.token',
        '*.phone',
        '*.body',
      ],
      censor: '[cut]',
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
