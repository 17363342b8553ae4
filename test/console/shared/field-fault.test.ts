import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldFault } from '../../../console/shared/field-fault.models.ts'

/** What the schema library itself says of a value, so that its wording cannot change unnoticed. */
const saidOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message ?? ''

describe('what is wrong with a field', () => {
  it.each([
    [z.string(), undefined, { what: 'missing' }],
    [z.string(), null, { what: 'missing' }],
    [z.string().min(1), '', { what: 'missing' }],
    [z.string().min(5), 'abc', { what: 'tooShort', count: 5 }],
    [z.string().max(2), 'abc', { what: 'tooLong', count: 2 }],
    [z.int().max(2), 3, { what: 'invalid' }],
    [z.enum(['a']), 'b', { what: 'invalid' }],
    [z.string().regex(/^a/), 'b', { what: 'invalid' }],
  ])('%#: %o', (schema, value, fault) => {
    expect(saidOf(schema, value)).not.toBe('')
    expect(fieldFault(saidOf(schema, value))).toEqual(fault)
  })
})
