import twilio from 'twilio'
import type { Config } from '../../platform/config.ts'
import type { Telephony } from '../telephony.port.ts'
import { createFetchMedia } from './fetch-media.ts'
import { createLegs } from './legs.ts'
import { placed } from './placed.ts'
import { createRequestClient, requestTimeoutMs } from './request-client.ts'
import { createRooms } from './rooms.ts'
import { createSoftphoneToken } from './softphone-token.ts'
import { createTextsTo } from './texts-to.ts'

/**
 * Twilio as the carrier, by its official client. With `TWILIO_API_URL` every request goes to that host instead.
 * Exercised against the practice carrier; no live account was used.
 */
export const createTwilio = (config: Pick<Config, 'twilio'>, options: { timeoutMs?: number } = {}): Telephony => {
  const { accountSid, authToken, apiUrl } = config.twilio
  const timeoutMs = options.timeoutMs ?? requestTimeoutMs
  const client = twilio(accountSid, authToken, { httpClient: createRequestClient(apiUrl, timeoutMs) })
  return {
    can: new Set(['conference', 'coach', 'pauseRecording', 'browserLeg', 'twoWayText']),
    sendText: (text) =>
      placed(() =>
        client.messages.create({ from: text.from, to: text.to, body: text.body, statusCallback: text.statusUrl }),
      ),
    ...createLegs(client),
    ...createRooms(client),
    ...createTextsTo(client),
    ...createFetchMedia(config),
    softphoneToken: createSoftphoneToken(config),
  }
}
