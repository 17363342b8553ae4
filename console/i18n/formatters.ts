import { dueDay } from '../../api/clocks/due-day.rules.ts'
import type { Locale } from './i18n.types.ts'

/** An instant as it comes over the wire (ISO text), from a clock (ms since 1970) or as a Date. */
export type Instant = string | number | Date
export type Formatters = ReturnType<typeof createFormatters>

const minute = 60_000

/** Everything that turns a value into words. Times are the city's, whatever the device believes. */
export const createFormatters = (locale: Locale, options: { timeZone?: string; now?: () => number } = {}) => {
  const timeZone = options.timeZone ?? 'Asia/Shanghai'
  const now = options.now ?? Date.now
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short' })
  const monthName = new Intl.DateTimeFormat(locale, { timeZone, month: 'short' })
  const numbers = new Intl.NumberFormat(locale)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' })
  const chinese = locale === 'zh-CN'

  const split = (at: Instant) => {
    const found = Object.fromEntries(parts.formatToParts(new Date(at)).map((part) => [part.type, part.value]))
    const { year = '', month = '', day = '', hour = '', minute: min = '', second = '' } = found
    return { year, month: Number(month), day: Number(day), hour, min, second }
  }

  const day = (at: Instant): string => {
    const date = new Date(at)
    const p = split(date)
    const year = p.year === split(now()).year ? '' : p.year
    return chinese
      ? `${year && `${year}年`}${p.month}月${p.day}日 ${weekday.format(date)}`
      : `${weekday.format(date)} ${p.day} ${monthName.format(date)}${year && ` ${year}`}`
  }
  const time = (at: Instant): string => `${split(at).hour}:${split(at).min}`
  const moment = (at: Instant): string => `${day(at)} ${time(at)}`

  return {
    /** *11月23日 周一*, with the year when it is not this one. */
    day,
    /** *09:41* */
    time,
    /** *09:41:07* */
    timeWithSeconds: (at: Instant): string => `${time(at)}:${split(at).second}`,
    /** *11月23日 周一 09:41* */
    moment,
    /** A limit: midnight belongs to the day that ends, *10月13日 周二 24:00*. The server sends the last instant, 23:59:59.999. */
    due: (at: Instant): string => {
      const last = dueDay(new Date(at))
      const end = last.getTime() + 1
      return day(end) === day(last) ? moment(end) : `${day(last)} 24:00`
    },
    /** *3分钟前* within an hour of `reference` (now), the full moment otherwise. */
    ago: (at: Instant, reference: number = now()): string => {
      const distance = new Date(at).getTime() - reference
      if (Math.abs(distance) >= 60 * minute) return moment(at)
      if (Math.abs(distance) < minute) return chinese ? '刚刚' : 'just now'
      return relative.format(Math.trunc(distance / minute), 'minute')
    },
    /** The shortest that is clear, for narrow lists: *09:41* today, *昨天 09:41*, *11月20日* otherwise. */
    brief: (at: Instant): string => {
      const p = split(at)
      const isDayOf = (other: Instant) => {
        const o = split(other)
        return p.year === o.year && p.month === o.month && p.day === o.day
      }
      if (isDayOf(now())) return time(at)
      if (isDayOf(now() - 1440 * minute)) return `${chinese ? '昨天' : 'yesterday'} ${time(at)}`
      const year = p.year === split(now()).year ? '' : p.year
      return chinese
        ? `${year && `${year}年`}${p.month}月${p.day}日`
        : `${p.day} ${monthName.format(new Date(at))}${year && ` ${year}`}`
    },
    /** A length in ms as *01:32*, *1:02:03* from an hour on. */
    duration: (ms: number): string => {
      const seconds = Math.max(0, Math.floor(ms / 1000))
      const tail = [Math.floor(seconds / 60) % 60, seconds % 60].map((n) => String(n).padStart(2, '0')).join(':')
      return seconds < 3600 ? tail : `${Math.floor(seconds / 3600)}:${tail}`
    },
    /** 12,345 */
    number: (value: number): string => numbers.format(value),
    /** A share 0…1 as *6.1%*. */
    percent: (share: number, digits = 1): string =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(share),
    /** E.164 as the office reads it: 138 0001 0001, 021 5551 2345; a masked or short number stays as it is. */
    phone: formatPhone,
  }
}

/**
 * Splits a mainland number for reading; others keep their country code.
 * @internal exported for its test
 */
export const formatPhone = (number: string): string => {
  const mobile = /^(?:\+86)?(1\d{2})(\d{4})(\d{4})$/.exec(number)
  if (mobile) return `${mobile[1]} ${mobile[2]} ${mobile[3]}`
  const landline = /^\+86(10|2\d|[3-9]\d{2})(\d{3,4})(\d{4})$/.exec(number)
  return landline ? `0${landline[1]} ${landline[2]} ${landline[3]}` : number
}
