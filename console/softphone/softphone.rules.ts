/** When a credential of so many ms is renewed, ms from now: a minute before its end, at half its life at the earliest. */
export const renewAfter = (ttl: number): number => Math.max(ttl - 60_000, ttl / 2)

/** Wait before the next attempt, ms: 1, 2, 4 … 30 s. */
export const retryAfter = (attempt: number): number => Math.min(30_000, 1_000 * 2 ** Math.min(attempt, 5))
