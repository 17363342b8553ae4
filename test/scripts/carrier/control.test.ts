import { describe, expect, it } from 'vitest'
import { createRig } from './rig.ts'

describe('the control API', () => {
  it('plays a scripted citizen', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () => rig.twiml('<Response><Gather numDigits="1" action="/menu"/></Response>'))
    rig.on('/menu', () => rig.twiml('<Response><Say>好的</Say><Pause length="30"/></Response>'))
    const call = await rig.call(rig.citizen, [{ wait: 2 }, { press: '3' }, { wait: 4 }, { hangUp: true }])
    await rig.carrier.runUntil(() => rig.carrier.core.calls.get(call)?.endedAt != null)
    expect(rig.received('/menu')[0]?.params['Digits']).toBe('3')
    expect(rig.received('/twilio/voice/status')[0]?.params['CallDuration']).toBe('6')
  })

  it('takes callers whose number is withheld', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () => rig.twiml('<Response><Hangup/></Response>'))
    await rig.call('anonymous')
    // Withheld as the carrier writes it: never the word of the control API alone.
    for (let more = 0; more < 30; more++) await rig.call('anonymous')
    const shown = new Set(rig.received('/twilio/voice/incoming').map(({ params }) => params['From']))
    for (const placeholder of ['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253'])
      expect(shown).toContain(placeholder)
  })

  it('refuses to act on calls that are over or unknown', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () => rig.twiml('<Response><Hangup/></Response>'))
    const call = await rig.call()
    for (const [what, body] of [
      ['say', { text: 'x' }],
      ['press', { digits: '1' }],
      ['hangup', undefined],
      ['answer', undefined],
    ] as const)
      expect((await rig.control('POST', `/control/calls/${call}/${what}`, body)).status).toBe(409)
    expect((await rig.control('POST', '/control/calls/CA0/hangup')).status).toBe(404)
    expect((await rig.control('POST', `/control/calls/${call}/press`, { digits: 'A' })).status).toBe(400)
  })

  it('lists, adds and removes faults, and refuses unknown ones', async () => {
    const rig = createRig()
    expect((await rig.control('POST', '/control/faults', { kind: 'gremlins' })).status).toBe(400)
    const { json } = await rig.control('POST', '/control/faults', { kind: 'late', ms: 100, times: 2 })
    expect((await rig.control('GET', '/control/faults')).json['faults']).toEqual([
      { id: json['id'], kind: 'late', match: '', probability: 1, left: 2, ms: 100 },
    ])
    expect((await rig.control('DELETE', `/control/faults/${String(json['id'])}`)).status).toBe(204)
    expect((await rig.control('DELETE', `/control/faults/${String(json['id'])}`)).status).toBe(404)
  })

  it('moves a virtual clock and exports the same log for the same seed', async () => {
    const run = async (): Promise<string> => {
      const rig = createRig()
      rig.on('/twilio/voice/incoming', () => rig.twiml('<Response><Say>您好</Say></Response>'))
      await rig.call()
      await rig.control('POST', '/control/advance', { ms: 5000 })
      return (await rig.request('/control/log.txt')).text()
    }
    const text = await run()
    expect(text).toContain('2026-03-02T01:00:00.200Z state')
    expect(await run()).toBe(text)
  })

  it('serves the handset page with a strict policy', async () => {
    const rig = createRig()
    const page = await rig.request('/')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    const html = await page.text()
    for (const file of html.matchAll(/(?:src|href)="(\/handset\/[^"]+)"/g))
      expect((await rig.request(file[1] ?? '')).status).toBe(200)
  })

  it('keeps its log and its messages bounded', async () => {
    const rig = createRig({ logLimit: 50, messageLimit: 100 })
    await Promise.all(
      Array.from({ length: 300 }, (_, n) =>
        rig.control('POST', '/control/messages', {
          from: `+86138${String(n).padStart(8, '0')}`,
          to: rig.hotline,
          body: String(n),
        }),
      ),
    )
    await rig.carrier.settled()
    expect(rig.received('/twilio/messages/incoming')).toHaveLength(300)
    expect(rig.carrier.log.lines()).toHaveLength(50)
    expect(rig.carrier.core.messages.size).toBe(100)
  })
})
