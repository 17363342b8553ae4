import { LRUCache } from 'lru-cache'
import { systemClock, type Clock } from './clock.ts'

/** How much is kept, and for how long. */
interface Bounds {
  /** Entries at most; beyond it those go that were not asked for the longest. */
  most: number
  /** How long an entry lives after it was set, ms. */
  ms: number
}

/**
 * A map for whatever outside input names: senders, tokens, dates. It has a bound and an expiry, so that nobody fills the memory by thinking
 * up names. What it forgets must be found again or be dispensable; what must last stands in the database.
 */
export const createBounded = <Key extends string | number, Value extends object | string>(
  { most, ms }: Bounds,
  clock: Clock = systemClock,
) => new LRUCache<Key, Value>({ max: most, ttl: ms, ttlResolution: 0, perf: { now: () => clock.now().getTime() } })
