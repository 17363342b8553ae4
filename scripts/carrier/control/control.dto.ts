import { z } from 'zod'
import { isFaultKind } from '../core/faults.ts'

/** A caller's identity: E.164, or what real networks deliver instead. */
const party = z.string().regex(/^(\+[1-9]\d{2,14}|anonymous|client:.+|\d{3,15})$/)
const hotline = z.string().regex(/^\+[1-9]\d{4,14}$/)

const step = z.union([
  z.object({ wait: z.number().min(0).max(3600) }).strict(),
  z.object({ press: z.string().regex(/^[0-9*#]+$/) }).strict(),
  z.object({ say: z.string().min(1).max(4000) }).strict(),
  z.object({ hangUp: z.literal(true) }).strict(),
])

export const newCall = z.object({ from: party, to: hotline, steps: z.array(step).max(50).optional() }).strict()
export const sayBody = z.object({ text: z.string().min(1).max(4000) }).strict()
export const pressBody = z.object({ digits: z.string().regex(/^[0-9*#]{1,50}$/) }).strict()

/** Media of a text: bytes in base64, or the address of a foreign host (which the carrier never opens). */
const media = z
  .object({ contentType: z.string().max(100), base64: z.string().optional(), url: z.string().max(2000).optional() })
  .strict()

export const newText = z
  .object({ from: party, to: hotline, body: z.string().max(20_000), media: z.array(media).max(10).optional() })
  .strict()

export const newFault = z
  .object({
    kind: z.string().refine(isFaultKind, 'unknown fault'),
    match: z.string().max(200).optional(),
    probability: z.number().min(0).max(1).optional(),
    times: z.number().int().min(1).nullable().optional(),
    ms: z.number().min(0).max(600_000).optional(),
  })
  .strict()

export const partyBody = z
  .object({
    behavior: z.enum(['answer', 'never', 'busy', 'reject', 'invalid']),
    afterSeconds: z.number().min(0).max(600).default(2),
    steps: z.array(step).max(50).default([]),
  })
  .strict()

export const advanceBody = z
  .object({
    ms: z
      .number()
      .int()
      .min(0)
      .max(30 * 86_400_000),
  })
  .strict()
export const rotateBody = z.object({ authToken: z.string().min(8).max(200) }).strict()
