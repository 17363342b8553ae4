import { describe, expect, it } from 'vitest'
import { createFrame, type FrameCarrier } from '../../../../api/platform/server/frame.ts'
import { asker } from '../../../../db/readers/asker.ts'
import { ReadRefused } from '../../../../db/readers/reading.types.ts'
import { createIds } from '../../../../api/platform/ids.ts'
import { createLog } from '../../../../api/platform/log.ts'
import { createMetrics } from '../../../../api/platform/figures/metrics.ts'
import { systemClock } from '../../../../api/platform/clock.ts'
import { pageHosts } from '../../../../api/telephony/twilio/softphone.ts'
import { testConfig } from '../../../support/app.ts'

const frame = (carrier: FrameCarrier) => {
  const metrics = createMetrics()
  const app = createFrame({ ids: createIds(systemClock), log: createLog('silent'), metrics, carrier })
  app.get('/page', (c) => c.text('page'))
  app.post(`${carrier.webhookPath}/news`, (c) => c.body(null, 204))
  const policy = async () => {
    const answer = await app.request('/page')
    return Object.fromEntries(
      (answer.headers.get('content-security-policy') ?? '')
        .split('; ')
        .map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]),
    )
  }
  return { app, metrics, policy }
}
const twilio = (apiUrl: string | null) => {
  const { twilio: account } = testConfig()
  return { webhookPath: '/twilio', pageHosts: pageHosts({ twilio: { ...account, apiUrl } }) }
}

describe('a read that was given up', () => {
  it.each([
    ['busy', 'request.busy'],
    ['too-long', 'request.took-too-long'],
  ] as const)('%s: 503, and when to ask again', async (reason, code) => {
    const { app } = frame(twilio(null))
    app.get('/api/list', () => {
      // as the query builder passes it on
      throw new Error('Failed query', { cause: new ReadRefused(reason) })
    })
    const answer = await app.request('/api/list')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await answer.json()).toMatchObject({ code })
  })

  it('ends with whoever asked', async () => {
    const { app } = frame(twilio(null))
    let asked: AbortSignal | undefined
    app.get('/api/list', (c) => {
      asked = asker()
      return c.text('')
    })
    const gone = new AbortController()
    await app.request('/api/list', { signal: gone.signal })
    gone.abort()
    expect(asked?.aborted).toBe(true)
  })
})

describe('the content policy', () => {
  it('lets pages reach the hosts that the carrier names, and no others', async () => {
    const other = { webhookPath: '/sip', pageHosts: { connect: ['wss://sip.city.example'], media: [] } }
    expect(await frame(other).policy()).toMatchObject({
      'default-src': ["'self'"],
      'connect-src': ["'self'", 'wss://sip.city.example'],
      'media-src': ["'self'", 'mediastream:', 'blob:'],
    })
  })

  it('names the softphone’s hosts of Twilio, and those of a carrier at another address', async () => {
    expect(await frame(twilio(null)).policy()).toMatchObject({
      'connect-src': [
        "'self'",
        'https://eventgw.twilio.com',
        'wss://voice-js.roaming.twilio.com',
        'https://media.twiliocdn.com',
        'https://sdk.twilio.com',
      ],
      'media-src': ["'self'", 'mediastream:', 'blob:', 'https://media.twiliocdn.com', 'https://sdk.twilio.com'],
    })
    const { 'connect-src': hosts } = await frame(twilio('http://127.0.0.1:8312/')).policy()
    expect(hosts).toContain('http://127.0.0.1:8312')
  })
})

describe('what the carrier asks', () => {
  it('is measured as one group, whatever its path is called', async () => {
    const { app, metrics } = frame({ webhookPath: '/sip', pageHosts: { connect: [], media: [] } })
    const answer = await app.request('/sip/news', { method: 'POST' })
    expect(answer.status).toBe(204)
    const { values } = await metrics.requests.get()
    expect(values.map(({ labels }) => labels['group'])).toContain('/sip')
  })
})
