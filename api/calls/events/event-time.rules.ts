/** Carrier times have whole seconds: news that is younger than this is dated by its arrival, ms. */
const freshMs = 2_000

/** When an event happened: by the carrier's own time where it came late, else by its arrival; never in the future. */
export const eventTime = (at: Date | null, now: Date): Date =>
  at === null || now.getTime() - at.getTime() < freshMs ? now : at
