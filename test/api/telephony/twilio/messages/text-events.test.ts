import { describe, expect, it } from 'vitest'
import { toIncomingText } from '../../../../../api/telephony/twilio/messages/incoming-text.ts'
import { toTextReport } from '../../../../../api/telephony/twilio/messages/text-report.ts'

const form = { MessageSid: `SM${'0'.repeat(32)}`, From: '+8613800010001', To: '+862155512345', Body: 'STOP' }

describe('a text as Twilio delivers it', () => {
  it.each([
    ['STOP', 'stop'],
    ['START', 'start'],
    ['HELP', 'help'],
    ['', null],
    ['constructor', null],
  ])('with OptOutType “%s” asks to %s', (word, optOut) =>
    expect(toIncomingText({ ...form, OptOutType: word }, 'token')).toMatchObject({ optOut, deliveryToken: 'token' }),
  )

  it.each([
    ['YES', '', true],
    [' yes\n', '', true],
    ['START', '', true],
    ['Unstop', '', true],
    ['YES please', '', undefined],
    ['STOP', '', undefined],
    ['开通', 'START', true],
  ])('%j with OptOutType “%s” resumes what was stopped: %s', (Body, word, resumes) =>
    expect(toIncomingText({ ...form, Body, OptOutType: word }, null).resumes).toBe(resumes),
  )

  it('has no opt-out where Twilio has no opinion, and at most ten pictures', () => {
    const media = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`MediaUrl${i}`, `https://api.twilio.com/${i}`]),
    )
    const text = toIncomingText({ ...form, NumMedia: '12', ...media }, null)
    expect(text.optOut).toBeNull()
    expect(text.media).toHaveLength(10)
    expect(text.media[0]).toEqual({ url: 'https://api.twilio.com/0', contentType: 'application/octet-stream' })
  })
})

describe('what Twilio says of a text', () => {
  it.each([
    ['delivered', null, { status: 'delivered', reason: null }],
    ['undelivered', '30003', { status: 'undelivered', errorCode: '30003', reason: 'other' }],
    ['failed', '21610', { status: 'failed', errorCode: '21610', reason: 'stoppedByReceiver' }],
    ['teleported', null, { status: null, said: 'teleported' }],
  ])('%s %s', (said, code, report) => expect(toTextReport('SM1', said, code)).toMatchObject({ ref: 'SM1', ...report }))
})
