import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { insertKeys } from '../../api/telephony/inbox/inbox.store.ts'
import { verifyWebhook, type WebhookEnv } from '../../api/telephony/twilio/webhook/verify-webhook.ts'
import { systemClock } from '../../api/platform/clock.ts'
import { readConfig } from '../../api/platform/config.ts'
import { createLog } from '../../api/platform/log.ts'
import { createMetrics } from '../../api/platform/figures/metrics.ts'
import { openDb } from '../../db/open.ts'

/** The least a durable webhook can do: the signature is checked and one row is on the disk before the answer. No text is read, no ticket made. */
const config = readConfig(process.env)
const db = await openDb(config.databaseUrl)
const guard = verifyWebhook({ config, clock: systemClock, log: createLog('error'), metrics: createMetrics() })
const app = new Hono<WebhookEnv>()
  .get('/readyz', (c) => c.text('ok'))
  .post('/twilio/messages/incoming', guard, async (c) => {
    const { MessageSid = '' } = c.var.params
    await db.tx((tx) => insertKeys(tx, [MessageSid], 'messages.incoming', systemClock.now()))
    return c.body('<Response/>', 200, { 'content-type': 'text/xml; charset=utf-8' })
  })
serve({ fetch: app.fetch, port: Number(process.env['PORT']), hostname: '127.0.0.1' })
