import { serve } from '@hono/node-server'
import { defaultSpeech } from '../../../api/platform/config.ts'
import { systemClock } from '../../../api/platform/clock.ts'
import { createLog } from '../../../api/platform/log.ts'
import { createMetrics } from '../../../api/platform/figures/metrics.ts'
import { createTwilio } from '../../../api/telephony/twilio/twilio.adapter.ts'
import { createCarrier } from '../../../scripts/carrier/carrier.ts'
import type { NewFault } from '../../../scripts/carrier/core/faults.ts'
import { hotlineWebhooks } from '../../../scripts/carrier/numbers.ts'
import { freePort } from '../../../scripts/start/child.ts'

export const account = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'test-token',
  apiKeySid: `SK${'1'.repeat(32)}`,
  apiKeySecret: 'key-secret',
  twimlAppSid: null,
}
export const publicUrl = 'https://hotline.test'

/** What the Twilio adapter is made of, for an account at a carrier. */
export const adapterDeps = (twilio: typeof account & { apiUrl: string }) => ({
  config: { publicUrl, twilio, speech: defaultSpeech },
  clock: systemClock,
  log: createLog('silent'),
  metrics: createMetrics(),
})

/**
 * The practice carrier with a virtual clock, its REST interface on a port of its own, and its webhooks handed to `hotline`
 * in this process.
 */
export const startCarrier = async (hotline: (request: Request) => Response | Promise<Response>) => {
  const port = await freePort()
  const apiUrl = `http://127.0.0.1:${port}`
  const carrier = createCarrier({
    accountSid: account.accountSid,
    authToken: account.authToken,
    apiKeySid: account.apiKeySid,
    apiKeySecret: account.apiKeySecret,
    clock: 'virtual',
    readLagMs: 0,
    callsPerSecond: 100,
    baseUrl: apiUrl,
    webhooks: hotlineWebhooks(publicUrl),
    fetch: async (url, init) => hotline(new Request(url, init)),
  })
  const server = serve({ fetch: carrier.app.fetch, port, hostname: '127.0.0.1' })
  const twilio = { ...account, apiUrl }
  const control = (path: string, body: unknown) =>
    carrier.app.request(`/control/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  return {
    carrier,
    twilio,
    apiUrl,
    telephony: createTwilio(adapterDeps(twilio), { timeoutMs: 1_500 }),
    /** A citizen's phone sends a text; done when the hotline's webhook has answered. */
    text: async (from: string, body: string, media: { contentType: string; base64?: string; url?: string }[] = []) => {
      const answer = await control('messages', { from, to: '+862155512345', body, media })
      if (answer.status !== 201) throw new Error(await answer.text())
      await carrier.settled()
    },
    fault: (fault: NewFault) => void carrier.core.faults.add(fault),
    /** What a citizen's phone shows, oldest first. */
    shows: (number: string) =>
      [...carrier.core.messages.values()].filter(({ to, from }) => to === number || from === number),
    close: async () => {
      carrier.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type TestCarrier = Awaited<ReturnType<typeof startCarrier>>
