import { z } from 'zod'
import { isLimit } from '../../../clocks/limit.rules.ts'
import { limitAmount, notWholeDays, Remark, SubLimit, UnitId } from '../ticket.input.ts'
import { words } from '../../../platform/words.ts'

/** A limit set by hand, with the rule it rests on. */
export const LimitInput = z
  .strictObject({ ...limitAmount, basis: words(300), basisEn: words(300).optional() })
  .refine(isLimit, notWholeDays)

/** To whom, with what words; everything left out is the catalogue's. */
export const DispatchInput = z.strictObject({
  leadUnitId: UnitId.optional(),
  coUnitIds: z.array(UnitId).max(10).optional(),
  copyUnitIds: z.array(UnitId).max(20).optional(),
  /** The sub-limit of the co-handling units, which never ends after the ticket's; left out, they go by the ticket's limit. */
  coLimit: SubLimit.optional(),
  instruction: Remark.optional(),
  limit: LimitInput.optional(),
})
