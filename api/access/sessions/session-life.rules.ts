/** How long a session lives at most, whatever is done in it, ms: a shift. */
export const sessionMs = 12 * 3_600_000

/** A row need not be written at each request: the end is moved when it has come so much nearer, as a share of the idle time. */
const steps = 20

/** When a session ends that is used now and was opened then: after the idle time, and a shift after it was opened. All in ms. */
export const endOf = (openedAt: number, now: number, idleMs: number): number =>
  Math.min(now + idleMs, openedAt + sessionMs)

/** Whether the end of a session that is used now should be moved on. */
export const isDue = (expiresAt: number, openedAt: number, now: number, idleMs: number): boolean =>
  endOf(openedAt, now, idleMs) - expiresAt >= idleMs / steps
