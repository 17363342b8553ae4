import { useI18n } from '../i18n/i18n.tsx'

/** A length of time in its own units: days may be working days, the rest is below one. */
export interface Length {
  days: number
  hours: number
  minutes: number
  workingDays?: boolean
}

const minuteMs = 60_000

/** A length in ms, in calendar days, hours and minutes. */
const lengthOf = (ms: number): Length => {
  const minutes = Math.max(0, Math.floor(ms / minuteMs))
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 }
}

/** Lengths of time in words: from a day on days and hours, under a day to the minute (*1 小时 59 分*), never less than a minute. */
export const createTimeWords = () => {
  const { t } = useI18n()
  const length = ({ days, hours, minutes, workingDays }: Length): string => {
    if (days > 0) {
      const whole = t(workingDays ? 'clock.workingDays' : 'clock.days', { count: days })
      return hours > 0 ? `${whole} ${t('clock.hours', { count: hours })}` : whole
    }
    if (hours === 0) return t('clock.minutes', { count: Math.max(1, minutes) })
    return minutes === 0 ? t('clock.hours', { count: hours }) : t('clock.hoursMinutes', { hours, minutes })
  }
  return { length, elapsed: (ms: number): string => length(lengthOf(ms)) }
}
