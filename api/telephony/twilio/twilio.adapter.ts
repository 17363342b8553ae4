import { Hono } from 'hono'
import type { Config } from '../../platform/config.ts'
import twilio, { type Twilio } from 'twilio'
import type { Telephony } from '../telephony.port.ts'
import { createFetchMedia } from './fetch-media.ts'
import { createLegs } from './legs.ts'
import { createLookUps } from './look-up.ts'
import { createSendText } from './messages/send-text.ts'
import { messagesRoutes } from './messages/messages.routes.ts'
import { createTextsTo } from './messages/texts-to.ts'
import { createRequestClient, requestTimeoutMs } from './request-client.ts'
import { createSoftphone, pageHosts } from './softphone.ts'
import { speechOf } from './speech.ts'
import { voiceRoutes } from './voice/voice.routes.ts'
import { voiceUrls } from './voice/voice.urls.ts'
import { verifyWebhook, type WebhookDeps, type WebhookEnv } from './webhook/verify-webhook.ts'

/** What the adapter is made of. */
export type TwilioDeps = WebhookDeps & { config: Pick<Config, 'speech'> }

/** What tests set otherwise. */
export interface TwilioOptions {
  /** How long one request may take, ms. */
  timeoutMs?: number
  /** In place of the official client's own transport, for tests without a port. */
  client?: Twilio
  fetch?: (url: URL, init: RequestInit) => Promise<Response>
}

/**
 * Twilio as the carrier: commands by its official client, its webhooks under `/twilio`. With `TWILIO_API_URL` every request goes to that host
 * instead. Exercised against the practice carrier; no live account was used.
 */
export const createTwilio = (deps: TwilioDeps, options: TwilioOptions = {}): Telephony => {
  const { config } = deps
  const { accountSid, authToken, apiUrl } = config.twilio
  const client =
    options.client ??
    twilio(accountSid, authToken, { httpClient: createRequestClient(apiUrl, options.timeoutMs ?? requestTimeoutMs) })
  const urls = voiceUrls(config)
  const speech = speechOf(config.speech)
  return {
    sendText: createSendText(client, config),
    ...createTextsTo(client),
    ...createLegs(client, urls, speech),
    ...createLookUps(client),
    ...createFetchMedia(config, 15_000, options.fetch),
    softphone: createSoftphone(config),
    pageHosts: pageHosts(config),
    webhookPath: '/twilio',
    routes: ({ calls, texts }) =>
      new Hono().route(
        '/twilio',
        new Hono<WebhookEnv>()
          .use('*', verifyWebhook(deps))
          .route('/messages', messagesRoutes(texts))
          .route('/voice', voiceRoutes(calls, urls, speech)),
      ),
  }
}
