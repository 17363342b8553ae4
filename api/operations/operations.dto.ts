import { z } from 'zod'

/** What is held after a restore. */
export const HeldDto = z.object({
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
