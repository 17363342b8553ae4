import { createCipheriv, createHash } from 'node:crypto'

/** Verhoeff's tables: the dihedral group D5 and its permutation, which catch every single wrong digit and every swap of neighbours. */
const multiply = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
]
const permute = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
  [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
  [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
  [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
  [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
]
const inverse = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9]

const fold = (digits: string, from: number) => {
  let sum = 0
  for (let at = digits.length - 1; at >= 0; at--) {
    const digit = permute[(digits.length - 1 - at + from) % 8]?.[digits.charCodeAt(at) - 0x30]
    sum = multiply[sum]?.[digit ?? 0] ?? 0
  }
  return sum
}

/**
 * The Verhoeff check digit of a string of digits.
 * @internal exported for its test
 */
export const checkDigit = (digits: string) => String(inverse[fold(digits, 1)] ?? 0)

/** Whether a number said or texted is a possible ticket number: twelve digits with a right check digit. */
export const isTicketNumber = (text: string) => /^\d{12}$/.test(text) && fold(text, 0) === 0

/** The two parts of a seven-digit counter: thousands of ten thousands. */
const high = 1_000
const low = 10_000

/**
 * The rounds of one month under one key: a block cipher as the keyed function of a Feistel network. One cipher serves the whole month, for
 * making one costs more than the rest of the number; ECB, because every block stands for itself.
 */
const createRounds = (key: string, month: string) => {
  const secret = createHash('sha256').update(`${month}:${key}`).digest()
  const cipher = createCipheriv('aes-256-ecb', secret, null).setAutoPadding(false)
  const block = Buffer.alloc(16)
  const digest = (round: number, part: number): number => {
    block.writeUInt32BE(round, 0)
    block.writeUInt32BE(part, 4)
    return cipher.update(block).readUInt32BE(0)
  }
  return { key, month, digest }
}

/** The month being counted; there is one at a time. */
let rounds: ReturnType<typeof createRounds> | null = null

/** A keyed permutation of 0 … 9 999 999 (four Feistel rounds, the parts in turn): counters in, scattered numbers out, none twice. */
const scatter = (value: number, key: string, month: string) => {
  if (rounds === null || rounds.month !== month || rounds.key !== key) rounds = createRounds(key, month)
  let left = Math.floor(value / low) % high
  let right = value % low
  for (let round = 0; round < 4; round++) {
    if (round % 2 === 0) left = (left + rounds.digest(round, right)) % high
    else right = (right + rounds.digest(round, left)) % low
  }
  return left * low + right
}

/**
 * Makes a ticket number from a month's gap-free counter: year and month, seven scattered digits (ten million a month),
 * one check digit. Twelve digits, said in three groups of four; a neighbour's number cannot be worked out from one's own.
 */
export const ticketNumber = (counter: number, month: string, key: string) => {
  const body = `${month}${String(scatter(counter, key, month)).padStart(7, '0')}`
  return `${body}${checkDigit(body)}`
}

/** One format for each zone: making one costs more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** A quarter of an hour, ms: no zone changes its month within one. */
const quarter = 900_000
let newest = { timeZone: '', quarter: -1, month: '' }

/** Year and month as a number's first digits are made from: `2611` in November 2026, of the city's own time. */
export const numberMonth = (at: Date, timeZone: string) => {
  const now = Math.floor(at.getTime() / quarter)
  if (newest.quarter === now && newest.timeZone === timeZone) return newest.month
  let format = formats.get(timeZone)
  if (!format)
    formats.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { timeZone, year: '2-digit', month: '2-digit' })))
  const parts = format.formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '00'
  newest = { timeZone, quarter: now, month: `${of('year')}${of('month')}` }
  return newest.month
}
