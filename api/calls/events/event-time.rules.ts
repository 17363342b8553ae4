/** Carrier times have whole seconds: news that is younger than this is dated by its arrival, ms. */
const freshMs = 2_000

/** When an event happened (RFC 2822 or ISO text from the carrier): by its own time where it came late, else by its arrival; never in the future. */
export const eventTime = (timestamp: string | undefined, now: Date): Date => {
  const at = timestamp === undefined ? Number.NaN : Date.parse(timestamp)
  if (Number.isNaN(at) || now.getTime() - at < freshMs) return now
  return new Date(at)
}
