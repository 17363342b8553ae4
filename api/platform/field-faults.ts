import type { z } from 'zod'
import type { FieldFault, FieldFaultCode } from './field-fault.types.ts'
import { platformProblem } from './problem.ts'

/** What a schema library says of one fault: zod's issues, of which the standard interface promises less. */
interface Issue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
}

const keysOf = ({ path }: Issue): PropertyKey[] =>
  (path ?? []).map((part) => (typeof part === 'object' ? part.key : part))

/** A property of something that may be anything. */
const property = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

const fewer: Readonly<Record<string, FieldFaultCode>> = { string: 'tooShort', array: 'tooFew', set: 'tooFew' }
const more: Readonly<Record<string, FieldFaultCode>> = { string: 'tooLong', array: 'tooMany', set: 'tooMany' }

/** What is wrong, by zod's own codes and numbers: its sentences are never read. */
const faultOf = (issue: Issue, given: unknown): Pick<FieldFault, 'code' | 'bound'> => {
  const said = (key: string): unknown => property(issue, key)
  const bounded = (code: FieldFaultCode, bound: unknown) =>
    typeof bound === 'number' ? { code, bound } : { code: 'invalid' as const }
  switch (said('code')) {
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
      return { code: given === undefined || given === null ? 'missing' : 'invalid' }
    case 'too_small': {
      const code = fewer[String(said('origin'))] ?? 'tooSmall'
      return code === 'tooShort' && said('minimum') === 1 ? { code: 'missing' } : bounded(code, said('minimum'))
    }
    case 'too_big':
      return bounded(more[String(said('origin'))] ?? 'tooLarge', said('maximum'))
    case 'unrecognized_keys':
      return { code: 'unknown' }
    case 'custom':
      return { code: property(said('params'), 'fault') === 'missing' ? 'missing' : 'invalid' }
    default:
      return { code: 'invalid' }
  }
}

/** The faults of what somebody sent, field by field; `input`: what they sent, to tell what is missing from what is wrong. */
export const fieldFaults = (issues: readonly Issue[], input: unknown): FieldFault[] =>
  issues.map((issue) => {
    const keys = keysOf(issue)
    return {
      path: keys.map(String).join('.'),
      ...faultOf(issue, keys.reduce<unknown>(property, input)),
      message: issue.message,
    }
  })

/** A refusal of one field that no schema can tell. */
export const fieldRefused = (path: string, message: string, code: FieldFaultCode = 'invalid', bound?: number) =>
  platformProblem('request.invalid', undefined, {
    errors: [{ path, code, ...(bound === undefined ? {} : { bound }), message } satisfies FieldFault],
  })

/** Input in the shape of a schema. Throws `request.invalid` with a fault for each field. */
export const parseInput = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw platformProblem('request.invalid', undefined, { errors: fieldFaults(result.error.issues, input) })
}
