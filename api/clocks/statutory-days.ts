import { createBounded } from '../platform/bounded.ts'
import { pureBrightness, solarOfLunar } from './chinese-dates.ts'
import type { LocalDate } from './clocks.types.ts'
import { addDays } from './zone.ts'

interface Named {
  name: string
  nameEn: string
}

const compute = (year: number): Map<LocalDate, Named> => {
  const days = new Map<LocalDate, Named>()
  const put = (name: string, nameEn: string, first: LocalDate | null, count: number): void => {
    for (let i = 0; first !== null && i < count; i++) days.set(addDays(first, i), { name, nameEn })
  }
  put('元旦', 'New Year', `${year}-01-01`, 1)
  const newYear = solarOfLunar(year, 1, 1)
  put('春节', 'Spring Festival', newYear && addDays(newYear, -1), 4)
  put('清明节', 'Tomb-sweeping Day', pureBrightness(year), 1)
  put('劳动节', 'Labour Day', `${year}-05-01`, 2)
  put('端午节', 'Dragon Boat Festival', solarOfLunar(year, 5, 5), 1)
  put('中秋节', 'Mid-autumn Festival', solarOfLunar(year, 8, 15), 1)
  put('国庆节', 'National Day', `${year}-10-01`, 3)
  return days
}

/** A year can be asked for by anybody who names a date. */
const cache = createBounded<number, Map<LocalDate, Named>>({ most: 50, ms: 86_400_000 })

/**
 * The thirteen public holidays of a year by law alone (全国年节及纪念日放假办法, 2024-11-10, art. 2), for a year whose notice
 * is not published. Outside the lunar tables (1900–2100) only the solar days are known.
 */
export const statutoryDays = (year: number): Map<LocalDate, Named> => {
  let days = cache.get(year)
  if (!days) cache.set(year, (days = compute(year)))
  return days
}
