import { z } from 'zod'
import { idPattern } from '../platform/ids.ts'
import { words } from '../platform/words.ts'

/** A remark, a reason, an instruction. */
export const Remark = words(2_000)
/** What the citizen said or is told. */
export const LongText = words(20_000)

export const UnitId = z.string().regex(idPattern('unit'))
export const TicketId = z.string().regex(idPattern('ticket'))
export const AttachmentIds = z.array(z.string().regex(idPattern('attachment'))).max(20)
