import type { RateRowDto, RatesDto } from '../../api/insight/insight.dto.ts'

export const periods = ['thisMonth', 'lastMonth', 'days30', 'days90'] as const
export type Period = (typeof periods)[number]

export const rateNames = ['response', 'solved', 'satisfied'] as const
export type RateName = (typeof rateNames)[number]

const day = 86_400_000
/** The city's time runs eight hours ahead of UTC all year. */
const ahead = 8 * 3_600_000

/** A period as instants: whole days of the city, up to the end of today; the end is not included. */
export const periodRange = (period: Period, now: number): { from: string; to: string } => {
  const city = new Date(now + ahead)
  const midnight = (year: number, month: number, date: number) => Date.UTC(year, month, date) - ahead
  const [year, month] = [city.getUTCFullYear(), city.getUTCMonth()]
  const tomorrow = midnight(year, month, city.getUTCDate() + 1)
  const ranges: Record<Period, readonly [number, number]> = {
    thisMonth: [midnight(year, month, 1), tomorrow],
    lastMonth: [midnight(year, month - 1, 1), midnight(year, month, 1)],
    days30: [tomorrow - 30 * day, tomorrow],
    days90: [tomorrow - 90 * day, tomorrow],
  }
  const [from, to] = ranges[period]
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}

/** The day of the city at an instant, `YYYY-MM-DD`. */
export const cityDay = (at: string): string => new Date(Date.parse(at) + ahead).toISOString().slice(0, 10)

/** A unit's row with its place among the others. */
export interface RankedRow {
  id: string
  row: RateRowDto
  /** Null: too few answers to be compared. Equal rates share a rank. */
  rank: number | null
}

/** Comparable units by one rate, the best first; below them the others by how many answered. */
export const rankRows = (rows: readonly RateRowDto[], by: RateName): RankedRow[] => {
  const value = (row: RateRowDto) => row[by].value ?? 0
  const comparable = rows
    .filter((row) => row.comparable)
    .toSorted((a, b) => value(b) - value(a) || b.reached - a.reached)
  const few = rows.filter((row) => !row.comparable).toSorted((a, b) => b.reached - a.reached || b.asked - a.asked)
  return [
    ...comparable.map((row) => ({
      id: row.unit.id,
      row,
      rank: 1 + comparable.filter((other) => value(other) > value(row)).length,
    })),
    ...few.map((row) => ({ id: row.unit.id, row, rank: null })),
  ]
}

/** What the page's title can say: nothing yet, the city alone, one unit that can be judged, or the span between best and worst. */
export type Answer =
  | { says: 'none' }
  | { says: 'plain'; rate: number; count: number }
  | { says: 'one'; rate: number; best: RateRowDto }
  | { says: 'spread'; rate: number; best: RateRowDto; worst: RateRowDto }

/** What the title says: how satisfied the city is, and the best and the worst unit where units can be compared. */
export const answerOf = ({ total, rows }: Pick<RatesDto, 'total' | 'rows'>): Answer => {
  const rate = total.satisfied.value
  if (rate === null) return { says: 'none' }
  const ranked = rankRows(rows, 'satisfied').filter(({ rank }) => rank !== null)
  const [best, worst] = [ranked[0]?.row, ranked.at(-1)?.row]
  if (!best || !worst) return { says: 'plain', rate, count: total.reached }
  return best === worst || best.satisfied.value === worst.satisfied.value
    ? { says: 'one', rate, best }
    : { says: 'spread', rate, best, worst }
}

/** Share of those asked from whom no answer came; null where nobody was asked. */
export const silentShare = ({
  asked,
  noReply,
  unreachable,
}: Pick<RateRowDto, 'asked' | 'noReply' | 'unreachable'>): number | null =>
  asked === 0 ? null : (noReply + unreachable) / asked

/** One field of a CSV file. A text that a spreadsheet would take for a formula is kept a text. */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** A rate for the file: six places, empty where it must not be compared. */
export const csvRate = (row: Pick<RateRowDto, RateName | 'comparable'>, name: RateName): string | number => {
  const { value } = row[name]
  return !row.comparable || value === null ? '' : Number(value.toFixed(6))
}
