import { createHmac } from 'node:crypto'

/** Form parameters; a repeated name carries several values. */
export type Params = Record<string, string | string[]>

/**
 * The text that Twilio signs for a form POST: the URL, then name and value of every parameter, names sorted by code unit.
 * A repeated name contributes its distinct values, sorted. Source: Twilio "Webhooks security".
 */
const signedText = (url: string, params: Params): string =>
  Object.keys(params)
    .toSorted()
    .reduce((text, name) => {
      const value = params[name] ?? ''
      const values = Array.isArray(value) ? [...new Set(value)].toSorted() : [value]
      return values.reduce((line, one) => line + name + one, text)
    }, url)

/** `X-Twilio-Signature`: base64 HMAC-SHA1 of {@link signedText} under the account's auth token. */
export const signature = (authToken: string, url: string, params: Params): string =>
  createHmac('sha1', authToken).update(signedText(url, params), 'utf8').digest('base64')
