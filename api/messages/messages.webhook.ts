import { platformProblem } from '../platform/problem.ts'
import { Hono } from 'hono'
import { z } from 'zod'
import { emptyDocument } from '../telephony/twilio/twiml.ts'
import type { WebhookParams } from '../telephony/webhook/form.ts'
import type { WebhookEnv } from '../telephony/webhook/verify-webhook.ts'
import type { IncomingText } from './intake/intake.types.ts'
import type { Messages } from './messages.ts'

const messageSid = /^(?:SM|MM)[0-9a-fA-F]{32}$/
const mostMedia = 10

const must = (params: WebhookParams, name: string): string => {
  const value = params[name]
  if (value === undefined || value === '') throw platformProblem('request.malformed', `${name} is missing`)
  return value
}

const sidOf = (params: WebhookParams) => {
  const sid = must(params, 'MessageSid')
  if (!messageSid.test(sid)) throw platformProblem('request.malformed', 'MessageSid is not a message id')
  return sid
}

const OptOutType = z.enum(['STOP', 'START', 'HELP']).nullable().catch(null)

/** Reads Twilio's incoming-message form. Throws `request.malformed`. */
export const toIncomingText = (params: WebhookParams, deliveryToken: string | null): IncomingText => {
  const count = Math.min(mostMedia, Number(/^\d+$/.exec(params['NumMedia'] ?? '')?.[0] ?? 0))
  const media = Array.from({ length: count }, (_, index) => ({
    url: params[`MediaUrl${index}`] ?? '',
    contentType: params[`MediaContentType${index}`] ?? 'application/octet-stream',
  }))
  return {
    ref: sidOf(params),
    deliveryToken,
    from: must(params, 'From'),
    to: must(params, 'To'),
    body: params['Body'] ?? '',
    media: media.filter(({ url }) => url !== ''),
    // Nearly no text has one, and reading it is dear.
    optOutType: params['OptOutType'] === undefined ? null : OptOutType.parse(params['OptOutType']),
  }
}

const xml = { 'content-type': 'text/xml; charset=utf-8' }

/**
 * Twilio's message webhooks, to be mounted at /twilio/messages behind `verifyWebhook`. Both answer an empty document after the
 * commit; replies go out by themselves.
 */
export const messagesWebhooks = (messages: Pick<Messages, 'receive' | 'noteStatus'>) =>
  new Hono<WebhookEnv>()
    .post('/incoming', async (c) => {
      await messages.receive(toIncomingText(c.var.params, c.var.deliveryToken))
      return c.body(emptyDocument, 200, xml)
    })
    .post('/status', async (c) => {
      const { params, deliveryToken } = c.var
      await messages.noteStatus({
        ref: sidOf(params),
        status: must(params, 'MessageStatus'),
        errorCode: params['ErrorCode'] || null,
        deliveryToken,
        messageId: c.req.query('message') ?? null,
      })
      return c.body(emptyDocument, 200, xml)
    })
