import { withheld } from '../telephony.port.ts'

/**
 * What Twilio writes where a caller withheld the number: the words spelt out on the keys of a telephone (ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN,
 * UNAVAILABLE; Twilio Help, "Why am I getting calls from these strange numbers?"), which have the shape of numbers of Lesotho, Russia, Uganda and
 * China, also behind the code of North America; or the words themselves.
 */
const keyed = new Set(['266696687', '7378742833', '2562533', '8656696', '86282452253'])
const said = new Set(['', 'anonymous', 'restricted', 'blocked', 'unknown', 'unavailable', 'private', 'withheld'])

const isPlaceholder = (from: string) => {
  const digits = from.replaceAll(/[^0-9]/g, '')
  return keyed.has(digits) || keyed.has(digits.replace(/^1/, '')) || said.has(from.trim().toLowerCase())
}

/** Who calls or texts, as the hotline is told: `withheld` in place of every placeholder. */
export const senderOf = (from: string): string => (isPlaceholder(from) ? withheld : from)
