import { serve } from '@hono/node-server'
import { createCarrier } from './carrier.ts'
import { expandNumber, hotlineWebhooks } from './numbers.ts'

const env = process.env

const refuse = (message: string): never => {
  console.error(message)
  process.exit(1)
}

const required = (name: string): string =>
  env[name] || refuse(`${name} is not set: the practice carrier needs the account that the server uses.`)

const number = (name: string, fallback: number): number => {
  const value = env[name] || String(fallback)
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : refuse(`${name} must be a number, not "${value}".`)
}

const port = number('CARRIER_PORT', 8312)
const publicUrl = env['PUBLIC_URL'] ?? 'http://127.0.0.1:8311'
const baseUrl = env['CARRIER_URL'] ?? `http://127.0.0.1:${port}`
const numbers = env['CARRIER_NUMBERS']
  ?.split(',')
  .map(expandNumber)
  .filter((one) => one !== '')
const apiKeySid = env['TWILIO_API_KEY_SID']
const apiKeySecret = env['TWILIO_API_KEY_SECRET']

const carrier = createCarrier({
  accountSid: required('TWILIO_ACCOUNT_SID'),
  authToken: required('TWILIO_AUTH_TOKEN'),
  webhooks: hotlineWebhooks(publicUrl, numbers),
  baseUrl,
  clientOrigins: [new URL(publicUrl).origin, ...(env['CARRIER_CLIENT_ORIGINS']?.split(',') ?? [])],
  seed: number('CARRIER_SEED', Date.now() % 4_294_967_296),
  speechMsPerCharacter: number('CARRIER_SPEECH_MS', 60),
  callsPerSecond: number('CARRIER_CALLS_PER_SECOND', 1),
  advancedOptOut: env['CARRIER_ADVANCED_OPT_OUT'] === '1',
  ...(apiKeySid === undefined || apiKeySecret === undefined ? {} : { apiKeySid, apiKeySecret }),
})

const server = serve({ fetch: carrier.app.fetch, port, hostname: env['CARRIER_HOST'] ?? '127.0.0.1' }, () => {
  console.log(`practice carrier: ${baseUrl}/ (handset), webhooks to ${publicUrl}`)
})

const stop = (): void => {
  carrier.close()
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
// Whoever started this process is gone without a word.
process.once('disconnect', stop)
process.channel?.unref()
