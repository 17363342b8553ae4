/** Seeded randomness: the same seed gives the same identifiers, delays and choices. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  hex(length: number): string
  between(low: number, high: number): number
  /** A Twilio-shaped identifier: two letters and 32 hex digits. */
  sid(prefix: string): string
  uuid(): string
}

const digits = '0123456789abcdef'

/** mulberry32, a small generator good enough for a practice carrier; not for secrets. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  const hex = (length: number): string => {
    let text = ''
    while (text.length < length) text += word().toString(16).padStart(8, '0')
    return text.slice(0, length)
  }
  return {
    next: () => word() / 4294967296,
    hex,
    between: (low, high) => low + (word() % (high - low + 1)),
    sid: (prefix) => prefix + hex(32),
    uuid: () => {
      const variant = digits[8 + (word() % 4)] ?? '8'
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`
    },
  }
}
