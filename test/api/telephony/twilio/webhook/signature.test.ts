import fc from 'fast-check'
import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { parseForm, toParams, type Fields } from '../../../../../api/telephony/twilio/webhook/form.ts'
import {
  createVerify,
  isSignedBody,
  signatureOf,
  signingKey,
} from '../../../../../api/telephony/twilio/webhook/signature.ts'

const token = '12345'
const published: Fields = [
  ['CallSid', 'CA1234567890ABCDE'],
  ['Caller', '+12349013030'],
  ['Digits', '1234'],
  ['From', '+12349013030'],
  ['To', '+18005551212'],
]
const vectors: [string, string, Fields, string][] = [
  [
    'Twilio’s published vector',
    'https://mycompany.com/myapp.php?foo=1&bar=2',
    published,
    '0/KCTR6DLpKmkAf8muzZqo1nDgQ=',
  ],
  [
    'the same with a port',
    'https://mycompany.com:443/myapp.php?foo=1&bar=2',
    published,
    'EpDEmp1PyjDYp77YxYU3GILBWzE=',
  ],
  [
    'Chinese and an empty value',
    'https://hotline.example/twilio/sms',
    [
      ['Body', '路灯坏了'],
      ['From', '+15005550006'],
      ['FromZip', ''],
      ['NumMedia', '0'],
    ],
    'N12ZWRutE9YDT13bHWkEPKt44wI=',
  ],
  [
    'a repeated name',
    'https://x/',
    [
      ['A', 'b'],
      ['A', 'a'],
      ['A', 'a'],
    ],
    'aLc3U1kJL0x/e59frdB/tKUjShw=',
  ],
  [
    'a JSON body by its hash',
    'https://hotline.example/twilio/json?bodySHA256=e852ec28d46c49841e1e6687b51c3dbf2b3da45f0b5f73184b3220daaa45ab3b',
    [],
    'q57XO7ujB9deazSSQjRT43igoL4=',
  ],
]

describe('webhook signature', () => {
  it.each(vectors)('signs %s', (_, url, fields, signature) => {
    expect(signatureOf(signingKey(token), url, fields)).toBe(signature)
    expect(createVerify(token)(signature, url, fields)).toBe(true)
    expect(createVerify('12346')(signature, url, fields)).toBe(false)
  })

  it('knows the body of a hash', () => {
    const [, url] = vectors[4] ?? []
    expect(isSignedBody(url ?? '', Buffer.from('{"CallSid":"CA1234567890ABCDE"}'))).toBe(true)
    expect(isSignedBody(url ?? '', Buffer.from('{"CallSid":"CA1234567890ABCDF"}'))).toBe(false)
    expect(isSignedBody('https://x/', Buffer.from(''))).toBe(false)
  })

  it('accepts the URL that a proxy’s standard port was signed for, and no other', () => {
    const fields: Fields = [['A', 'b']]
    const withPort = signatureOf(signingKey(token), 'https://x.example:443/y', fields)
    expect(createVerify(token)(withPort, 'https://x.example/y', fields)).toBe(true)
    expect(createVerify(token)(withPort, 'https://x.example/z', fields)).toBe(false)
    expect(
      createVerify(token)(
        signatureOf(signingKey(token), 'https://x.example:8443/y', fields),
        'https://x.example/y',
        fields,
      ),
    ).toBe(false)
  })

  it('agrees with the library on any form', () => {
    const field = fc.tuple(
      fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
      fc.string({ maxLength: 20, unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(fc.array(field, { maxLength: 12 }), fc.webUrl(), (fields, url) => {
        const record: Record<string, string[]> = Object.create(null)
        for (const [name, value] of fields) record[name] = [...(record[name] ?? []), value]
        const key = Object.keys(record).some((name) => name === '__proto__')
        expect(
          key || signatureOf(signingKey(token), url, fields) === twilio.getExpectedTwilioSignature(token, url, record),
        ).toBe(true)
      }),
    )
  })

  it('refuses an empty token at start', () => {
    expect(() => createVerify('')).toThrow()
  })

  it('refuses signatures of another length without computing', () => {
    for (const signature of ['', 'x', 'y'.repeat(28), '='.repeat(200)])
      expect(createVerify(token)(signature, 'https://x/', [])).toBe(false)
  })
})

describe('webhook form', () => {
  it.each([
    [
      'a=1&b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'Body=%E8%B7%AF%E7%81%AF+%F0%9F%92%A1&Empty=',
      [
        ['Body', '路灯 💡'],
        ['Empty', ''],
      ],
    ],
    [
      'a&=b&&c=d=e',
      [
        ['a', ''],
        ['', 'b'],
        ['c', 'd=e'],
      ],
    ],
    ['', []],
  ])('reads %s', (text, fields) => {
    expect(parseForm(text)).toEqual(fields)
  })

  it.each(['a=%E8%B7', 'a=%ED%A0%80', 'a=%zz', 'a=%'])('refuses %s, which is no UTF-8', (text) => {
    expect(parseForm(text)).toBeNull()
  })

  it('reads what a browser writes, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), { maxLength: 8 }),
        (pairs) => {
          expect(parseForm(new URLSearchParams(pairs).toString())).toEqual(pairs)
        },
      ),
    )
  })

  it('keeps the first of a repeated name, and a name like __proto__ harmless', () => {
    const params = toParams([
      ['a', '1'],
      ['a', '2'],
      ['__proto__', 'x'],
    ])
    expect(params['a']).toBe('1')
    expect(Object.keys(params)).toEqual(['a', '__proto__'])
    expect(params['toString']).toBeUndefined()
  })
})
