import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, it } from 'vitest'
import { signature } from '../../../../scripts/carrier/core/signature.ts'

const published = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+12349013030',
  Digits: '1234',
  From: '+12349013030',
  To: '+18005551212',
}

describe('signature', () => {
  it.each([
    ['https://mycompany.com/myapp.php?foo=1&bar=2', published, '0/KCTR6DLpKmkAf8muzZqo1nDgQ='],
    ['https://mycompany.com:443/myapp.php?foo=1&bar=2', published, 'EpDEmp1PyjDYp77YxYU3GILBWzE='],
    [
      'https://hotline.example/twilio/sms',
      { Body: '路灯坏了', From: '+15005550006', FromZip: '', NumMedia: '0' },
      'N12ZWRutE9YDT13bHWkEPKt44wI=',
    ],
    ['https://x/', { A: ['b', 'a', 'a'] }, 'aLc3U1kJL0x/e59frdB/tKUjShw='],
  ])('is what Twilio publishes for %s', (url, params, wanted) => {
    expect(signature('12345', url, params)).toBe(wanted)
  })

  it('covers the address alone when a JSON body is named by its hash', () => {
    const body = '{"CallSid":"CA1234567890ABCDE"}'
    const url = `https://hotline.example/twilio/json?bodySHA256=${createHash('sha256').update(body).digest('hex')}`
    expect(signature('12345', url, {})).toBe('q57XO7ujB9deazSSQjRT43igoL4=')
    expect(validateRequestWithBody('12345', 'q57XO7ujB9deazSSQjRT43igoL4=', url, body)).toBe(true)
  })

  it("passes Twilio's own validator whatever the parameters hold, and fails on any change", () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 })
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,6}$/), text), text, (params, token) => {
        const url = 'https://hotline.example/twilio/messages/incoming?a=1'
        const signed = signature(token || 't', url, params)
        return (
          validateRequest(token || 't', signed, url, params) &&
          !validateRequest(`${token || 't'}x`, signed, url, params)
        )
      }),
    )
  })
})
