import { z } from 'zod'
import { UnitRef } from '../tickets/ticket.dto.ts'

/**
 * A share with what it is a share of. `value` is null where there is nothing to divide by. `formula` is a key of the console's
 * dictionaries: numbers are never shown without it.
 */
export const ShareDto = z
  .object({
    count: z.number(),
    of: z.number(),
    value: z.number().nullable(),
    formula: z.string(),
  })
  .meta({ id: 'Share' })
export type ShareDto = z.infer<typeof ShareDto>

/** The three rates of one unit, each with what it was counted from. */
export const RateRowDto = z
  .object({
    unit: UnitRef,
    /** Citizens asked whose asking ended in the period. */
    asked: z.number(),
    /** Of them, those who answered. Each rate is over those who answered its own question. */
    reached: z.number(),
    noReply: z.number(),
    unreachable: z.number(),
    /** Results noted by telephone without a call of the hotline's, answers and vain calls alike. */
    withoutCall: z.number(),
    /** Small numbers are counts, not a comparison (fewer than thirty). */
    comparable: z.boolean(),
    response: ShareDto,
    solved: ShareDto,
    satisfied: ShareDto,
  })
  .meta({ id: 'RateRow' })
export type RateRowDto = z.infer<typeof RateRowDto>

/** The three rates of a period, in all and by unit. */
export const RatesDto = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    level: z.string(),
    /** Grades that count as satisfied. */
    satisfiedFrom: z.number(),
    smallCount: z.number(),
    total: RateRowDto.omit({ unit: true }),
    rows: z.array(RateRowDto),
  })
  .meta({ id: 'Rates' })
export type RatesDto = z.infer<typeof RatesDto>

/** How the hotline stands at this moment. */
export const WallboardDto = z
  .object({
    at: z.iso.datetime(),
    calls: z.object({
      connected: ShareDto.extend({ target: z.number() }),
      answeredIn15s: ShareDto,
      queues: z.array(
        z.object({ lineId: z.string().nullable(), waiting: z.number(), oldestAt: z.iso.datetime().nullable() }),
      ),
    }),
    agents: z.record(z.string(), z.number()),
    tickets: z.object({
      byState: z.record(z.string(), z.number()),
      overdue: z.number(),
      dueToday: z.number(),
      danger: z.number(),
    }),
    /** Tickets opened in each of the last 24 hours, the oldest first; `hour` is its beginning. */
    intake: z.array(z.object({ hour: z.iso.datetime(), count: z.number() })),
  })
  .meta({ id: 'Wallboard' })
export type WallboardDto = z.infer<typeof WallboardDto>
