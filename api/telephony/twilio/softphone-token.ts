import twilio from 'twilio'
import type { Config } from '../../platform/config.ts'

/**
 * Mints the browser softphone's access token: identity = staff id, incoming calls allowed, outgoing only through the
 * configured TwiML application. Signed with the API key's secret, never with the auth token.
 */
export const createSoftphoneToken =
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
