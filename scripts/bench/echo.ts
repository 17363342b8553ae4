import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** The baseline: a bare Hono that reads the body and sends it back. */
const app = new Hono()
  .post('/twilio/messages/incoming', async (c) => c.body(await c.req.text()))
  .get('/readyz', (c) => c.text('ok'))
serve({ fetch: app.fetch, port: Number(process.env['PORT']), hostname: '127.0.0.1' })
