import { z } from 'zod'
import { grades } from '../vocabulary/catalogue.ts'
import { retentionKinds, retentionWays } from '../vocabulary/retention.ts'

const instant = z.iso.datetime()

/** How long one kind of data is kept, why, and what was done. */
export const RetentionDto = z
  .object({
    kind: z.enum(retentionKinds),
    way: z.enum(retentionWays).describe('erase: the rows go; anonymise: what is personal goes, figures stay'),
    days: z.int().describe('the period that holds'),
    usualDays: z.int().describe('the period where the city has set none'),
    leastDays: z.int(),
    basis: z.object({
      source: z.string(),
      sourceEn: z.string(),
      grade: z.enum(grades).describe('A: full text checked, B: excerpt, C: second-hand, D: the project’s own choice'),
    }),
    set: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable().describe('what the city has set'),
    outside: z.boolean().describe('kept by whoever runs the server, not by the program'),
    lastRun: z
      .object({ startedAt: instant, finishedAt: instant.nullable(), erased: z.int() })
      .nullable()
      .describe('finishedAt null: under way'),
    erasedEver: z.int(),
    nextAt: instant.nullable().describe('when the next run may begin'),
  })
  .meta({ id: 'RetentionPeriod' })
export type RetentionDto = z.infer<typeof RetentionDto>
