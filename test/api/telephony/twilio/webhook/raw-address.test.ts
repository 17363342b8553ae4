import fc from 'fast-check'
import twilio from 'twilio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVerify } from '../../../../../api/telephony/twilio/webhook/signature.ts'
import { createTestApp, type TestApp } from '../../../../support/app.ts'
import { listening, type Listening } from '../../../../support/listening.ts'

const params = { From: '+8613812340001', Body: "it's 50% + more" }

/** Signed by `getExpectedTwilioSignature` of twilio-node 6.2.0 with the token `12345`, the URL as it stands. */
const vectors = [
  ["https://hotline.example/twilio/any?name=O'Brien+Ltd&road=Main%20St&why=it's", 'iVky7yFtw4QCMDylKSKVygiuWuY='],
  ["https://hotline.example/twilio/any?q=%E8%B7%AF%E7%81%AF+'%20'", 'PrXfeN8cU7nvf86sCbCma6pp7II='],
  ["https://hotline.example/twilio/any?q=a+b%20c%27d'e", 'ZBDMnVqK2Ia7vYnFlt4lSvXxSy4='],
] as const

describe('a signed query with an apostrophe, + and %20', () => {
  it.each(vectors)('is verified as the library signs it: %s', (url, signature) => {
    const verify = createVerify('12345')
    const fields = Object.entries(params)
    expect(twilio.getExpectedTwilioSignature('12345', url, params)).toBe(signature)
    expect(verify(signature, url, fields)).toBe(true)
    expect(verify(signature, url.replace('a+b', 'a-b').replace('O', 'o').replace('%E8', '%E9'), fields)).toBe(false)
  })

  it('is verified although its apostrophes were escaped on the way', () => {
    const [[url, signature]] = vectors
    expect(createVerify('12345')(signature, new URL(url).href, Object.entries(params))).toBe(true)
  })
})

describe('the address as it came over the wire', () => {
  let app: TestApp
  let server: Listening
  beforeAll(async () => {
    app = await createTestApp('sqlite', { config: { publicUrl: 'https://hotline.example' } })
    server = await listening(app)
  })
  afterAll(async () => {
    await server.close()
    await app.close()
  })

  const body = new URLSearchParams({ MessageSid: `SM${'4'.repeat(32)}`, MessageStatus: 'sent' }).toString()
  /** Posts a status by bare HTTP, so that nothing on our side writes the address anew; answers the status line. */
  const post = async (target: string, signedFor: string) => {
    const { authToken } = app.services.config.twilio
    const fields = Object.fromEntries(new URLSearchParams(body))
    const signature = twilio.getExpectedTwilioSignature(authToken, `https://hotline.example${signedFor}`, fields)
    const line = await server.line()
    line.send(
      `POST ${target} HTTP/1.1\r\nHost: hotline.example\r\nConnection: close\r\nX-Twilio-Signature: ${signature}\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    return (await line.end()).split('\r\n')[0]
  }

  it.each([
    "/twilio/messages/status?name=O'Brien+Ltd&road=Main%20St&why=it's",
    "/twilio/messages/status?q=%e8%b7%af+'%20'&x=%27",
    '/twilio/messages/status?q=a+b%20c%2Bd',
    "/twilio/messages/status?list=(1)!*~'&path=/../x%20y",
    '/twilio/messages/status?message=%E8%B7%AF%20+"|{}^`',
  ])('is what is verified: %s', async (target) => {
    expect(await post(target, target)).toBe('HTTP/1.1 200 OK')
    expect(await post(`http://hotline.example${target}`, target), 'in the form that proxies use').toBe(
      'HTTP/1.1 200 OK',
    )
    expect(await post(`${target}x`, target)).toBe('HTTP/1.1 403 Forbidden')
  })

  it('is what is verified, whatever stands in the query', async () => {
    const sign = fc.constantFrom(...[..."aZ0 -._~!*'();:@&=+,/?[]%2"].map((one) => (one === ' ' ? '%20' : one)))
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 24 }), async (signs) => {
        const query = signs.join('').replaceAll(/%(?!20|2[0-9a-f])/gi, '%25')
        const target = `/twilio/messages/status?q=${query}`
        expect(await post(target, target), target).toBe('HTTP/1.1 200 OK')
      }),
      { numRuns: 60 },
    )
  })
})
