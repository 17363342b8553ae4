import twilio from 'twilio'
import type { Config } from '../../platform/config.ts'
import type { PageHosts, Telephony } from '../telephony.port.ts'

/**
 * Mints the browser softphone's access token: identity = staff id, incoming calls allowed, outgoing only through the
 * configured TwiML application. Signed with the API key's secret, never with the auth token.
 */
const createToken =
  (config: Pick<Config, 'twilio'>) =>
  (staffId: string, ttlSeconds: number): string => {
    const { accountSid, apiKeySid, apiKeySecret, twimlAppSid } = config.twilio
    const token = new twilio.jwt.AccessToken(accountSid, apiKeySid, apiKeySecret, {
      identity: staffId,
      ttl: ttlSeconds,
    })
    token.addGrant(
      new twilio.jwt.AccessToken.VoiceGrant({
        incomingAllow: true,
        ...(twimlAppSid === null ? {} : { outgoingApplicationSid: twimlAppSid }),
      }),
    )
    return token.toJwt()
  }

/** Twilio's own softphone; with `TWILIO_API_URL` the one of the practice carrier, which takes the same token. */
export const createSoftphone = (config: Pick<Config, 'twilio'>): Telephony['softphone'] => {
  const tokenFor = createToken(config)
  const { apiUrl } = config.twilio
  return (staffId, ttlSeconds) => ({
    kind: apiUrl === null ? 'twilio' : 'practice',
    token: tokenFor(staffId, ttlSeconds),
    url: apiUrl === null ? null : apiUrl.replace(/\/+$/, ''),
  })
}

const media = ['https://media.twiliocdn.com', 'https://sdk.twilio.com']

/** The hosts of the softphone and its sounds (Twilio, "Voice JavaScript SDK", content security policy), and the practice carrier's. */
export const pageHosts = (config: Pick<Config, 'twilio'>): PageHosts => ({
  connect: [
    'https://eventgw.twilio.com',
    'wss://voice-js.roaming.twilio.com',
    ...media,
    ...(config.twilio.apiUrl === null ? [] : [new URL(config.twilio.apiUrl).origin]),
  ],
  media,
})
