import { z } from 'zod'
import { limitUnits } from '../../vocabulary/catalogue.ts'
import { isLimit } from '../../clocks/limit.rules.ts'
import { idPattern } from '../../platform/ids.ts'
import { words } from '../../platform/words.ts'

/** A remark, a reason, an instruction. */
export const Remark = words(2_000)
/** What the citizen said or is told. */
export const LongText = words(20_000)

/** How long a limit set by hand is; to be refined by `isLimit`. */
export const limitAmount = { value: z.number().positive().max(365), unit: z.enum(limitUnits) }
export const notWholeDays = { path: ['value'], message: 'a number of whole days' }

/** How long co-handling units have; it needs no basis of its own, for the ticket's limit stands behind it. */
export const SubLimit = z.strictObject(limitAmount).refine(isLimit, notWholeDays).meta({ id: 'SubLimit' })

export const UnitId = z.string().regex(idPattern('unit'))
export const TicketId = z.string().regex(idPattern('ticket'))
export const AttachmentIds = z.array(z.string().regex(idPattern('attachment'))).max(20)
