import type { Random } from '../../sample-city/random.ts'

const day = 86_400_000
const hour = 3_600_000

/** How many of a hundred requests come in each hour of the city's day: quiet at night, two humps by day. */
const byHour = [1, 1, 1, 1, 1, 1, 2, 4, 7, 9, 9, 7, 5, 6, 8, 8, 7, 6, 5, 4, 4, 3, 2, 1]
/** Sunday … Saturday. */
const byWeekday = [0.7, 1.15, 1.1, 1.05, 1.05, 1.05, 0.8]
/** January … December: cold flats in winter, noise and water in summer, the quiet of the spring festival. */
const byMonth = [0.95, 0.75, 0.95, 1, 1, 1.1, 1.25, 1.2, 1, 0.95, 1, 1.1]
/** Each year has so much more than the one before it. */
const growth = 1.08
/** The city's clock is ahead of UTC, ms. */
const ahead = 8 * hour

const weightOf = (at: number, first: number): number => {
  const local = new Date(at + ahead)
  return (
    (byHour[local.getUTCHours()] ?? 1) *
    (byWeekday[local.getUTCDay()] ?? 1) *
    (byMonth[local.getUTCMonth()] ?? 1) *
    growth ** ((at - first) / (365 * day))
  )
}

/** So many moments between two instants, in order, spread as a city asks: by year, season, weekday and hour. */
export function* moments(count: number, from: number, to: number, random: Random): Generator<number> {
  let whole = 0
  for (let at = from; at < to; at += hour) whole += weightOf(at, from)
  let sum = 0
  let given = 0
  for (let at = from; at < to; at += hour) {
    sum += weightOf(at, from)
    const until = Math.round((count * sum) / whole)
    const within = Array.from({ length: until - given }, () => at + Math.floor(random.next() * hour))
    yield* within.toSorted((a, b) => a - b)
    given = until
  }
}
