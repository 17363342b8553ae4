import { z } from 'zod'
import { limitUnits } from '../../catalogue/catalogue.types.ts'
import { Remark, UnitId } from '../ticket.input.ts'
import { words } from '../../platform/words.ts'

/** A limit set by hand, with the rule it rests on. */
export const LimitInput = z.strictObject({
  value: z.number().positive().max(365),
  unit: z.enum(limitUnits),
  basis: words(300),
  basisEn: words(300).optional(),
})

/** To whom, with what words; everything left out is the catalogue's. */
export const DispatchInput = z.strictObject({
  leadUnitId: UnitId.optional(),
  coUnitIds: z.array(UnitId).max(10).optional(),
  copyUnitIds: z.array(UnitId).max(20).optional(),
  instruction: Remark.optional(),
  limit: LimitInput.optional(),
})
