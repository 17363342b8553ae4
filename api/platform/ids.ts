import { randomFillSync } from 'node:crypto'
import type { Clock } from './clock.ts'

/** Makes ids; injected, so that tests may count. */
export interface Ids {
  /** `tkt_01k…`: a prefix, ten characters of time, ten random ones. Ids of one process sort by birth. */
  next(prefix: IdPrefix): string
}

/** The three letters that every kind of id begins with, so that none is taken for another. */
const idPrefixes = {
  ticket: 'tkt',
  assignment: 'asg',
  timeline: 'tle',
  returnRequest: 'ret',
  extension: 'ext',
  answer: 'ans',
  draft: 'drf',
  followUp: 'flw',
  followUpAttempt: 'fat',
  contact: 'cnt',
  message: 'msg',
  strayText: 'stx',
  attachment: 'att',
  call: 'cal',
  offer: 'ofr',
  turn: 'trn',
  recording: 'rec',
  callback: 'cbk',
  citizen: 'ctz',
  optOut: 'opt',
  unit: 'unt',
  line: 'lin',
  staff: 'stf',
  matter: 'mat',
  limitRule: 'lim',
  example: 'exa',
  article: 'art',
  audit: 'aud',
  outbox: 'out',
  request: 'req',
  room: 'rom',
  deskNotice: 'ntc',
} as const
/** A kind of thing that has ids. */
export type IdPrefix = keyof typeof idPrefixes

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** All pairs of the alphabet, so that an id is put together from ten pieces instead of twenty. */
const pairs = Array.from({ length: 1024 }, (_, pair) => alphabet.charAt(pair >> 5) + alphabet.charAt(pair & 31))
const pairOf = (bits: number) => pairs[bits & 1023] ?? ''

/** Random ids from the system's generator; the time part never runs backwards within a process. */
export const createIds = (clock: Clock): Ids => {
  const pool = Buffer.alloc(5_000)
  let used = pool.length
  let last = 0
  const random = () => {
    const bits = ((pool[used] ?? 0) << 5) | ((pool[used + 1] ?? 0) & 31)
    used += 2
    return pairOf(bits)
  }
  return {
    next: (prefix) => {
      last = Math.max(last + 1, clock.now().getTime() * 16)
      const [early, late] = [Math.floor(last / 2 ** 30), last % 2 ** 30]
      if (used + 10 > pool.length) {
        randomFillSync(pool)
        used = 0
      }
      return `${idPrefixes[prefix]}_${pairOf(early >> 10)}${pairOf(early)}${pairOf(late >> 20)}${pairOf(late >> 10)}${pairOf(late)}${random()}${random()}${random()}${random()}${random()}`
    },
  }
}

/** A test of an id's shape, for the edge. */
export const idPattern = (prefix: IdPrefix) => new RegExp(`^${idPrefixes[prefix]}_[0-9a-hjkmnp-tv-z]{20}$`)
