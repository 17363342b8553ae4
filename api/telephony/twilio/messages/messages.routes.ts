import { Hono } from 'hono'
import type { TextListener } from '../../text-events.types.ts'
import { emptyDocument } from '../voice/twiml.ts'
import type { WebhookEnv } from '../webhook/verify-webhook.ts'
import { messageSidOf, must, toIncomingText } from './incoming-text.ts'
import { toTextReport } from './text-report.ts'

const xml = { 'content-type': 'text/xml; charset=utf-8' }

/**
 * Twilio's message webhooks, mounted at /twilio/messages behind `verifyWebhook`. Both answer an empty document after the commit; replies
 * go out by themselves.
 */
export const messagesRoutes = (texts: TextListener) =>
  new Hono<WebhookEnv>()
    .post('/incoming', async (c) => {
      await texts.receive(toIncomingText(c.var.params, c.var.deliveryToken))
      return c.body(emptyDocument, 200, xml)
    })
    .post('/status', async (c) => {
      const { params, deliveryToken } = c.var
      await texts.noteStatus({
        ...toTextReport(messageSidOf(params), must(params, 'MessageStatus'), params['ErrorCode'] || null),
        deliveryToken,
        messageId: c.req.query('message') ?? null,
      })
      return c.body(emptyDocument, 200, xml)
    })
