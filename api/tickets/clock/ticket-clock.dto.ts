import { z } from 'zod'
import { grades, limitStarts, limitUnits } from '../../vocabulary/catalogue.ts'

const instant = z.iso.datetime()
const level = z.enum(['ok', 'yellow', 'red'])
const state = z.enum(['running', 'paused', 'overdue', 'met'])

/** What is left, in the limit's own time: a day of `wd` is a working day. Overdue: what has passed since. */
const Remaining = z.object({ workingDays: z.number(), hours: z.number(), ms: z.number() }).meta({ id: 'Remaining' })

/** A clock in a list: colour, words and the bar. */
export const ClockBriefDto = z
  .object({
    state,
    level,
    dueAt: instant,
    remaining: Remaining,
    /** Share of the limit that is used, 0…1. */
    used: z.number(),
    /** What the limit is counted in: a day of `wd` and `wh` is a working day. */
    unit: z.enum(limitUnits),
  })
  .meta({ id: 'ClockBrief' })
export type ClockBriefDto = z.infer<typeof ClockBriefDto>

const Day = z
  .object({ date: z.string(), name: z.string().nullable(), nameEn: z.string().nullable() })
  .meta({ id: 'LimitDay' })

/** A clock on the ticket's page: also where the limit comes from and how the due time was computed. */
export const ClockDto = ClockBriefDto.extend({
  startedAt: instant,
  /** What the limit runs from. */
  startEvent: z.enum(limitStarts),
  limit: z.object({ value: z.number(), unit: z.enum(limitUnits) }),
  basis: z.string(),
  basisEn: z.string(),
  grade: z.enum(grades),
  /** Reaches into a year whose public holidays are not published yet. */
  provisional: z.boolean(),
  pausedAt: instant.nullable(),
  pauseReason: z.string().nullable(),
  extensions: z.array(z.object({ at: instant, workingDays: z.number(), from: instant, to: instant })),
  explain: z.object({
    startDate: z.string(),
    firstDate: z.string(),
    lastDate: z.string(),
    skipped: z.array(Day),
    madeUp: z.array(Day),
    rolledFrom: z.string().nullable(),
    unpublishedYear: z.number().nullable(),
  }),
}).meta({ id: 'Clock' })
export type ClockDto = z.infer<typeof ClockDto>
