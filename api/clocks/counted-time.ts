import type { LimitUnit } from '../vocabulary/catalogue.ts'
import { createBounded } from '../platform/bounded.ts'
import type { Counting } from './clocks.types.ts'
import { stretches } from './working-time.ts'
import { addDays } from './zone.ts'

const dayOf = (year: number, date: string): number => Math.round((Date.parse(date) - Date.UTC(year, 0, 1)) / 86_400_000)

/** Counted ms of a year's days before each of them; the last figure is the whole year's. */
type YearSums = Float64Array

const sumsOfYear = (unit: LimitUnit, year: number, counting: Counting): YearSums => {
  const first = `${String(year).padStart(4, '0')}-01-01`
  const days = Math.round((Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000)
  const sums = new Float64Array(days + 1)
  for (let day = 0, date = first; day < days; day++, date = addDays(date, 1)) {
    let counted = 0
    for (const [start, end] of stretches(unit, date, counting)) counted += end - start
    sums[day + 1] = (sums[day] ?? 0) + counted
  }
  return sums
}

/** A calendar and office hours never change once they are made: their sums are kept as long as they are. */
const known = new WeakMap<Counting, ReturnType<typeof createYears>>()
const createYears = () => createBounded<string, YearSums>({ most: 200, ms: 86_400_000 })

const yearOf = (unit: LimitUnit, year: number, counting: Counting): YearSums => {
  let years = known.get(counting)
  if (!years) known.set(counting, (years = createYears()))
  const key = `${unit} ${year}`
  let sums = years.get(key)
  if (!sums) years.set(key, (sums = sumsOfYear(unit, year, counting)))
  return sums
}

/** The year of an instant, and the counted ms of that year until then. */
const within = (unit: LimitUnit, at: Date, counting: Counting): { year: number; ms: number } => {
  const date = counting.calendar.zone.dateOf(at)
  const year = Number(date.slice(0, 4))
  let ms = yearOf(unit, year, counting)[dayOf(year, date)] ?? 0
  for (const [start, end] of stretches(unit, date, counting)) ms += Math.max(0, Math.min(end, at.getTime()) - start)
  return { year, ms }
}

/**
 * Counted ms from one instant to another, in the unit's own sense of time; negative when `to` lies before `from`. Takes the same time however
 * far apart they are: the sums of whole years are kept.
 */
export const countedMs = (unit: LimitUnit, from: Date, to: Date, counting: Counting): number => {
  if (unit === 'h' || unit === 'cd') return to.getTime() - from.getTime()
  if (to < from) return 0 - countedMs(unit, to, from, counting)
  const [start, end] = [within(unit, from, counting), within(unit, to, counting)]
  let ms = end.ms - start.ms
  for (let year = start.year; year < end.year; year++) ms += yearOf(unit, year, counting).at(-1) ?? 0
  return ms
}
