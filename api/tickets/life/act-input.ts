import { z } from 'zod'
import { isLimit } from '../../clocks/limit.rules.ts'
import { momentText, words } from '../../platform/words.ts'
import type { ActField, ActFields, ActInput } from './act-form.types.ts'
import { AttachmentIds, limitAmount, notWholeDays, SubLimit, TicketId, UnitId } from './ticket.input.ts'

/** A limit set by hand, with the rule it rests on. */
const Limit = z
  .strictObject({ ...limitAmount, basis: words(300), basisEn: words(300).optional() })
  .refine(isLimit, notWholeDays)
  .meta({ id: 'LimitGiven' })

/** Kinds that say all there is to say. */
const plain = {
  yesNo: z.boolean(),
  moment: momentText,
  unit: UnitId,
  matter: z.string().max(100),
  ticket: TicketId,
  files: AttachmentIds,
  limit: Limit,
  subLimit: SubLimit,
}

const valueSchema = (field: ActField): z.ZodType => {
  if (field.kind === 'text') return words(field.most)
  if (field.kind === 'choice') return z.enum(field.options)
  if (field.kind === 'number') return z.number().int().min(field.least).max(field.most)
  if (field.kind === 'units') return z.array(UnitId).max(field.most)
  return plain[field.kind]
}

const fieldSchema = (field: ActField): z.ZodType => {
  const value = field.clearable ? valueSchema(field).nullable() : valueSchema(field)
  return field.required ? value : value.optional()
}

/** What an act must be given, from the fields of its form; nothing beside them is taken. */
export const inputSchema = <Fields extends ActFields>(fields: Fields): z.ZodType<ActInput<Fields>> => {
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]))
  // The shape is made from the very fields that the type is read from; a test walks every kind.
  return z.strictObject(shape) as unknown as z.ZodType<ActInput<Fields>>
}
