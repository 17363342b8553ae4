import { createHmac, randomBytes } from 'node:crypto'

/** A text as the carrier would deliver it, signed beforehand so that signing is not measured. */
export interface TextRequest {
  sid: string
  token: string
  body: string
  signature: string
}

/** Whose texts are made, for which line, out of which sentences. */
export interface TextSource {
  url: string
  accountSid: string
  authToken: string
  to: string
  sentences: readonly string[]
}

/** Twilio's signature of a form: the address, then every name and value by sorted name (Twilio, “Webhooks security”). */
const sign = (url: string, form: Record<string, string>, authToken: string) =>
  createHmac('sha1', authToken)
    .update(
      url +
        Object.keys(form)
          .sort()
          .map((name) => name + (form[name] ?? ''))
          .join(''),
    )
    .digest('base64')

/** One text of a sender, with a message id of its own. */
export const signedText = (source: Omit<TextSource, 'sentences'>, from: string, body: string): TextRequest => {
  const sid = `SM${randomBytes(16).toString('hex')}`
  const form: Record<string, string> = {
    ToCountry: 'CN',
    SmsMessageSid: sid,
    NumMedia: '0',
    SmsSid: sid,
    SmsStatus: 'received',
    Body: body,
    To: source.to,
    NumSegments: '1',
    MessageSid: sid,
    AccountSid: source.accountSid,
    From: from,
    ApiVersion: '2010-04-01',
  }
  return {
    sid,
    token: randomBytes(16).toString('hex'),
    body: new URLSearchParams(form).toString(),
    signature: sign(source.url, form, source.authToken),
  }
}

/** Signed webhook forms as the carrier would send them: each its own sender and message id. Made before the clock starts. */
export const signedTexts = (source: TextSource, count: number, offset = 0): TextRequest[] =>
  Array.from({ length: count }, (_, index) => {
    const number = offset + index
    const body = source.sentences[number % source.sentences.length] ?? '路灯坏了'
    return signedText(source, `+86139${String(number).padStart(8, '0')}`, body)
  })
