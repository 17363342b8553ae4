/** What an attribute may hold, with Twilio's code for a bad value where it has its own (12200 otherwise). */
export type Rule = { fits: (value: string) => boolean; says: string; code: number }

const schema = 12200

const rule = (says: string, fits: (value: string) => boolean, code = schema): Rule => ({ says, fits, code })

/** `true` or `false`. */
export const bool = (code?: number): Rule =>
  rule('true or false', (value) => value === 'true' || value === 'false', code)

/** One of some words. */
export const oneOf = (values: readonly string[], code?: number): Rule =>
  rule(values.join(', '), (value) => values.includes(value), code)

/** Some words of a list, with spaces between. */
export const words = (values: readonly string[], code?: number): Rule =>
  rule(`some of ${values.join(', ')}`, (value) => value.split(/\s+/).every((word) => values.includes(word)), code)

/** A whole number within bounds. */
export const whole = (low: number, high: number, code?: number): Rule =>
  rule(
    `a whole number from ${low} to ${high}`,
    (value) => /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high,
    code,
  )

/** How an address is asked. */
export const method = (code?: number): Rule => oneOf(['GET', 'POST'], code)
/** An address, whole or relative to the document's own. */
export const url = (code?: number): Rule =>
  rule('a web address', (value) => URL.parse(value, 'https://base.invalid/') !== null, code)

/** A name of 1 to 128 characters. */
export const words64 = (code?: number): Rule =>
  rule('1 to 128 characters', (value) => value.length > 0 && value.length <= 128, code)

/** Anything: what is read out, or free parameters. */
export const anyText = (): Rule => rule('text', () => true)
/** A language by its tag, as Twilio writes them. */
export const language = (code?: number): Rule =>
  rule('a language tag', (value) => /^[a-z]{2,5}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(value), code)

/** A voice that Twilio offers. */
export const voice = (code?: number): Rule =>
  rule(
    'a voice',
    (value) => /^(man|woman|alice|Polly\.[A-Z][A-Za-z]+(-Neural|-Generative)?|Google\.[A-Za-z0-9-]+)$/.test(value),
    code,
  )

/** Keys that end or answer a question; none is allowed. */
export const keys = (code?: number): Rule => rule('keys 0-9, * and #', (value) => /^[0-9*#]*$/.test(value), code)
/** Keys to send, `w` for a wait of half a second. */
export const tones = (): Rule => rule('digits, w, * and #', (value) => /^[0-9wW*#]+$/.test(value))
/** A leg by its SID. */
export const callSid = (code?: number): Rule => rule('a call SID', (value) => /^CA[0-9a-f]{32}$/.test(value), code)
/** Who is rung: a number or a browser. */
export const endpoint = (code?: number): Rule =>
  rule('a number in E.164 form or client:name', (value) => /^(\+[1-9]\d{4,14}|client:.+)$/.test(value), code)
