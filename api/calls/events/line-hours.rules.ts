import type { LineHours } from '../../../db/schema/directory.ts'
import type { WorkingCalendar } from '../../clocks/clocks.types.ts'
import { minutesOf } from '../../clocks/working-time.ts'

/** Whether a line takes calls at a moment: null hours are round the clock; times are local to the calendar's zone, the end exclusive. */
export const lineIsOpen = (hours: LineHours | null, at: Date, calendar: WorkingCalendar): boolean => {
  if (!hours) return true
  const date = calendar.zone.dateOf(at)
  if (hours.workingDaysOnly && !calendar.isWorkingDay(date)) return false
  const from = calendar.zone.instantOf(date, minutesOf(hours.from))
  const to = calendar.zone.instantOf(date, minutesOf(hours.to))
  return at >= from && at < to
}
