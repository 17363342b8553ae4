import { createHash, createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import twilio from 'twilio'
import type { Fields } from './form.ts'

/**
 * The text Twilio signs for a form: the URL, then name and value of every field, names sorted by code unit, no separators.
 * A repeated name contributes its distinct values, sorted; empty values and white space count (Twilio, "Webhooks security").
 */
const signedText = (url: string, fields: Fields): string => {
  const sorted = fields.toSorted(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
  let text = url
  let before: readonly [string, string] | null = null
  for (const field of sorted) {
    if (before === null || before[0] !== field[0] || before[1] !== field[1]) text += field[0] + field[1]
    before = field
  }
  return text
}

/**
 * The key of an auth token, prepared once.
 * @internal exported for its test
 */
export const signingKey = (authToken: string): KeyObject => createSecretKey(authToken, 'utf8')

/**
 * `X-Twilio-Signature` as it must be: base64 of HMAC-SHA1.
 * @internal exported for its test
 */
export const signatureOf = (key: KeyObject, url: string, fields: Fields): string =>
  createHmac('sha1', key).update(signedText(url, fields), 'utf8').digest('base64')

const same = (a: string, b: string) => {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Fields as the library's validator takes them: a repeated name with an array of its values. */
const asRecord = (fields: Fields) => {
  const record: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of fields) {
    const known = record[name]
    record[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
  }
  return record
}

/** A URL whose query was written anew on its way (WHATWG URL, “special-query percent-encode set”) escapes apostrophes that were signed as they are. */
const withApostrophes = (url: string): string => {
  const question = url.indexOf('?')
  return question < 0 ? url : url.slice(0, question) + url.slice(question).replaceAll('%27', "'")
}

/**
 * Whether a webhook carries the account's signature. The URL as it was asked for is tried first and is nearly always right; then the same
 * with plain apostrophes, and only then the library's own variants (with and without the standard port, normalised, with a re-encoded query).
 */
export const createVerify = (authToken: string) => {
  if (authToken === '') throw new Error('an auth token is needed to verify webhooks')
  const key = signingKey(authToken)
  return (signature: string, url: string, fields: Fields): boolean => {
    if (signature.length !== 28) return false
    const plain = withApostrophes(url)
    return (
      same(signature, signatureOf(key, url, fields)) ||
      (plain !== url && same(signature, signatureOf(key, plain, fields))) ||
      twilio.validateRequest(authToken, signature, url, asRecord(fields))
    )
  }
}

/** Whether a body that is no form is the one whose hash stands in the signed URL (`bodySHA256`). */
export const isSignedBody = (url: string, body: Uint8Array): boolean => {
  const wanted = URL.parse(url)?.searchParams.get('bodySHA256') ?? ''
  return same(wanted, createHash('sha256').update(body).digest('hex'))
}
