import { z } from 'zod'
import { idPattern } from '../platform/ids.ts'

/** Words of a person: trimmed, not empty, bounded; a NUL cannot be stored and is refused, everything else survives. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .max(most)
    .refine((text) => !text.includes('\u0000'), 'a NUL character cannot be stored')

/** A remark, a reason, an instruction. */
export const Remark = words(2_000)
/** What the citizen said or is told. */
export const LongText = words(20_000)

export const UnitId = z.string().regex(idPattern('unit'))
export const TicketId = z.string().regex(idPattern('ticket'))
export const AttachmentIds = z.array(z.string().regex(idPattern('attachment'))).max(20)
