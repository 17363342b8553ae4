import { groupedNumber } from './texts.ts'
import type { TextLocale } from '../messages/keywords/keywords.rules.ts'

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

const formats = new Map<string, Intl.DateTimeFormat>()

/** A formatter is dear to make and kept for each language and zone. */
const formatOf = (locale: TextLocale, timeZone: string) => {
  const key = `${locale} ${timeZone}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
  })
  formats.set(key, made)
  return made
}

/** A day as a text names it, in the city's time zone: 11月30日, 30 Nov. */
export const dayText = (at: Date, locale: TextLocale, timeZone: string) => formatOf(locale, timeZone).format(at)

/**
 * Parameters as the features give them (names in both languages as `x` and `xEn`, moments as ISO 8601, ticket numbers bare)
 * made ready for a text in one language.
 */
export const localParams = (
  params: Readonly<Record<string, string>>,
  locale: TextLocale,
  timeZone: string,
): Record<string, string> => {
  const ready: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) {
    const english = params[`${name}En`]
    const chosen = locale === 'en' && english !== undefined && english !== '' ? english : value
    ready[name] = iso.test(chosen)
      ? dayText(new Date(chosen), locale, timeZone)
      : /^\d{12}$/.test(chosen)
        ? groupedNumber(chosen)
        : chosen
  }
  return ready
}
