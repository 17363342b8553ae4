import { z } from 'zod'
import { healthNames, healthStates } from './health/health.rules.ts'

/** What is held after a restore. */
export const HeldDto = z
  .object({
    hold: z.object({ since: z.string(), backupAt: z.string() }).nullable(),
    topics: z.array(z.object({ topic: z.string(), count: z.number(), oldest: z.string().nullable() })),
    effects: z.array(
      z.object({
        id: z.string(),
        topic: z.string(),
        createdAt: z.string(),
        /** Whom a text would go to, masked; null when it is no text. */
        to: z.string().nullable(),
        body: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'HeldEffects' })

/** How the program is doing: each thing with its state and the figures that its sentence names. */
export const HealthDto = z
  .object({
    at: z.string(),
    items: z.array(
      z.object({
        name: z.enum(healthNames),
        state: z.enum(healthStates),
        figures: z.record(z.string(), z.union([z.number(), z.string()])),
      }),
    ),
  })
  .meta({ id: 'Health' })
