import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { signatureOf, signingKey } from '../../../api/telephony/twilio/webhook/signature.ts'
import { parseForm } from '../../../api/telephony/twilio/webhook/form.ts'
import { livesIn } from './samples.ts'

describe.each(engines)('the figures of the whole program on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())

  const figures = async () => {
    app.clock.advance(5_000)
    return String((await app.anonymous('GET', '/metrics')).body).split('\n')
  }
  const webhook = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields).toString()
    const signature = signatureOf(
      signingKey(app.services.config.twilio.authToken),
      `${app.services.config.publicUrl}${path}`,
      parseForm(body) ?? [],
    )
    return app.app.request(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    })
  }
  const call = (digit: string, over: Record<string, string> = {}) => ({
    CallSid: `CA${digit.repeat(32)}`,
    From: `+861391234000${digit}`,
    To: '+862155512345',
    CallStatus: 'ringing',
    Direction: 'inbound',
    ...over,
  })

  it('tell open tickets by state, each state also when it has none', async () => {
    expect(await figures()).toContain('yixian_open_tickets{state="handling"} 0')
    const lives = livesIn(app)
    await lives.open()
    await lives.handling()
    await lives.handling()
    const lines = await figures()
    expect(lines).toContain('yixian_open_tickets{state="handling"} 2')
    expect(lines).toContain('yixian_open_tickets{state="awaitingFollowUp"} 0')
  })

  it('tell what waits to be sent and for how long, and what became of it', async () => {
    const none = await figures()
    const sent = none.find((line) => line.startsWith('yixian_effects_total{topic="sms.send",outcome="done"}'))
    await app.services.outbox.runDue()
    expect(await figures()).toContain('yixian_outbox_waiting{topic="sms.send"} 0')
    await webhook('/twilio/messages/incoming', {
      MessageSid: `SM${'9'.repeat(32)}`,
      From: '+8613912340009',
      To: '+862155512345',
      Body: '水管爆了，水漫到马路上',
      NumMedia: '0',
    })
    app.clock.advance(60_000)
    const lines = await figures()
    expect(lines).toContain('yixian_outbox_waiting{topic="sms.send"} 1')
    expect(lines).toContain('yixian_outbox_oldest_seconds{topic="sms.send"} 65')
    await app.services.outbox.runDue()
    const after = await figures()
    expect(after).toContain('yixian_outbox_waiting{topic="sms.send"} 0')
    expect(after).toContain('yixian_outbox_oldest_seconds{topic="sms.send"} 0')
    expect(after.find((line) => line.startsWith('yixian_effects_total{topic="sms.send",outcome="done"}'))).not.toBe(
      sent,
    )
  })

  it('tell who waits on a line, and for how long', async () => {
    expect((await (await app.signIn('agent1'))('POST', '/api/presence/ready')).status).toBe(200)
    for (const digit of ['1', '2']) {
      expect((await webhook('/twilio/voice/incoming', call(digit))).status).toBe(200)
      expect((await webhook('/twilio/voice/wait', call(digit))).status).toBe(200)
    }
    app.clock.advance(25_000)
    const lines = await figures()
    expect(lines).toContain('yixian_calls_waiting{line="12345"} 2')
    expect(lines).toContain('yixian_calls_waiting_oldest_seconds{line="12345"} 30')
    expect(lines).toContain('yixian_calls_waiting{line="12319"} 0')
  })

  it('tell what the carrier reports as failed, by its code', async () => {
    await webhook('/twilio/messages/status', {
      MessageSid: `SM${'9'.repeat(32)}`,
      MessageStatus: 'undelivered',
      ErrorCode: '30003',
    })
    const lines = await figures()
    expect(lines).toContain('yixian_carrier_errors_total{kind="text",code="30003"} 1')
  })

  it('tell refused sign-ins', async () => {
    await app.anonymous('POST', '/api/session', { username: 'agent1', password: 'guess' })
    expect(await figures()).toContain('yixian_refusals_total{code="auth.wrong-password",group="/api/session"} 1')
  })
})
