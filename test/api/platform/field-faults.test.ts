import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldFaults, parseInput } from '../../../api/platform/field-faults.ts'
import { Problem } from '../../../api/platform/problem.ts'
import { words } from '../../../api/platform/words.ts'

const faults = (schema: z.ZodType, input: unknown) =>
  fieldFaults(schema.safeParse(input).error?.issues ?? [], input).map(({ path, code, bound }) =>
    bound === undefined ? [path, code] : [path, code, bound],
  )

describe('what is wrong with a field', () => {
  it.each([
    [z.string(), undefined, ['', 'missing']],
    [z.string(), null, ['', 'missing']],
    [z.string(), 7, ['', 'invalid']],
    [z.string().min(1), '', ['', 'missing']],
    [z.string().min(5), 'abc', ['', 'tooShort', 5]],
    [z.string().max(2), 'abc', ['', 'tooLong', 2]],
    [z.int().min(2), 1, ['', 'tooSmall', 2]],
    [z.int().max(2), 3, ['', 'tooLarge', 2]],
    [z.array(z.string()).min(1), [], ['', 'tooFew', 1]],
    [z.array(z.string()).max(1), ['a', 'b'], ['', 'tooMany', 1]],
    [z.enum(['a']), 'b', ['', 'invalid']],
    [z.enum(['a']), undefined, ['', 'missing']],
    [z.string().regex(/^a/), 'b', ['', 'invalid']],
    [z.strictObject({}), { more: 1 }, ['', 'unknown']],
    [words(10), '\u200B\u2060', ['', 'missing']],
    [words(10), 'a\0b', ['', 'invalid']],
    [z.object({ limit: z.object({ value: z.int() }) }), { limit: {} }, ['limit.value', 'missing']],
    [z.object({ ids: z.array(z.string()) }), { ids: ['a', 1] }, ['ids.1', 'invalid']],
  ])('%#: %o', (schema, input, fault) => {
    expect(faults(schema, input)).toEqual([fault])
  })

  it('is told of every field at once, as one refusal', () => {
    const schema = z.object({ a: z.string(), b: z.int().max(3) })
    const refusal = (() => {
      try {
        return parseInput(schema, { b: 4 })
      } catch (error) {
        return error
      }
    })()
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({
      code: 'request.invalid',
      extra: {
        errors: [
          expect.objectContaining({ path: 'a', code: 'missing' }),
          expect.objectContaining({ path: 'b', code: 'tooLarge', bound: 3 }),
        ],
      },
    })
  })
})
