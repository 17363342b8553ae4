import type { Grade, Kind, LimitStart, LimitUnit, Urgency } from '../vocabulary/catalogue.ts'

/** A calendar date in the city's time zone, `YYYY-MM-DD`. */
export type LocalDate = string

/** One row of the city's own table: a day it declares working or free (typhoon, local festival, a newly published notice). */
export interface CalendarDay {
  date: LocalDate
  working: boolean
  name: string
}

/** What a calendar knows of one day. `name` is null on an ordinary weekday or weekend. */
export interface DayFacts {
  working: boolean
  /** Off (or made up) by notice or by the city's table, not by being a plain weekend. */
  holiday: boolean
  makeUp: boolean
  name: string | null
  nameEn: string | null
}

/** Turns instants into local dates and back. Minutes are wall-clock minutes after local midnight, 0…1440. */
export interface Zone {
  readonly timeZone: string
  dateOf(instant: Date): LocalDate
  instantOf(date: LocalDate, minutes: number): Date
}

/** Working days by State Council notice, overlaid by the city's own days. */
export interface WorkingCalendar {
  readonly zone: Zone
  day(date: LocalDate): DayFacts
  isWorkingDay(date: LocalDate): boolean
  /** Day 0 is not counted: `addWorkingDays(d, 1)` is the first working day after `d`; `n` = 0 gives `d` itself. */
  addWorkingDays(date: LocalDate, n: number): LocalDate
  /** False when no notice is known for the date's year: whatever is computed from it is provisional. */
  published(date: LocalDate): boolean
}

/** Office hours of a unit: wall-clock spans of one day, in order, not overlapping. `24:00` ends a day. */
export interface OfficeHours {
  spans: { from: string; to: string }[]
  /** `working` = working days only; `all` = every day, as a utility's duty desk. */
  days: 'working' | 'all'
}

/** A length of time as a rule states it. */
export interface LimitAmount {
  value: number
  unit: LimitUnit
}

/** What counting needs beside the amount. The two settings are the city's, not the law's. */
export interface Counting {
  calendar: WorkingCalendar
  officeHours: OfficeHours
  /** Whether a `cd` limit that ends on a plain weekend moves to the next working day, too (default false). */
  weekendsRoll?: boolean
  /** When the last day of `wd` and `cd` ends: 24:00, or the close of business where there is one (default `midnight`). */
  lastDayEnds?: 'midnight' | 'close'
}

/** One limit row of the catalogue; null = any. `validFrom` is inclusive, `validTo` exclusive, both may be open. */
export interface LimitRule extends LimitAmount {
  id: string
  /** A leaf, or a branch that holds for everything under it (dotted code). */
  matterCode: string | null
  kind: Kind | null
  urgency: Urgency | null
  startEvent: LimitStart
  basis: string
  basisEn: string
  grade: Grade
  validFrom: Date | null
  validTo: Date | null
}

/** How a due time was computed, for people: days left out or made up between start and end. */
export interface LimitExplanation extends LimitAmount {
  startDate: LocalDate
  /** First day (or, in hours, the day) that counts. */
  firstDate: LocalDate
  lastDate: LocalDate
  /** Days that did not count, plain weekends with a null name. */
  skipped: { date: LocalDate; name: string | null; nameEn: string | null }[]
  /** Weekend days that did count, because the notice makes them working days. */
  madeUp: { date: LocalDate; name: string | null; nameEn: string | null }[]
  /** Last day by plain counting, where a holiday moved it (`cd`, Civil Code art. 203). */
  rolledFrom: LocalDate | null
  /** The first year reached without a notice, or null. */
  unpublishedYear: number | null
}

/** When a limit ends, whether a coming notice may move that, and how it was counted. */
export interface DueTime {
  dueAt: Date
  provisional: boolean
  explain: LimitExplanation
}
