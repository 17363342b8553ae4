import { createCalendar } from '../../../api/clocks/calendar.ts'
import { addDays } from '../../../api/clocks/zone.ts'

/** Every day that is no plain one from the first notice to the years without, on one line: what a process of any time zone must agree on. */
const calendar = createCalendar()
const lines: string[] = []
for (let date = '2004-01-01'; date < '2031-01-01'; date = addDays(date, 1)) {
  const { working, name } = calendar.day(date)
  if (name !== null) lines.push(`${date} ${working ? 'working' : 'free'} ${name}`)
}
process.stdout.write(lines.join('\n'))
