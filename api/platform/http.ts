import { platformProblem } from './problem.ts'
import { resolver, validator } from 'hono-openapi'
import { fieldFaultCodes } from './field-fault.types.ts'
import { fieldFaults } from './field-faults.ts'
import type { Context } from 'hono'
import { z } from 'zod'
import type { StaffActor } from '../vocabulary/actor.ts'
import type { Problem } from './problem.ts'

/** What every request carries. `actor` is set by the sign-in guard on all routes that are not public. */
export interface ApiEnv {
  Variables: { requestId: string; actor: StaffActor }
}

const ProblemDto = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  requestId: z.string(),
  /** What is wrong with the request, field by field. */
  errors: z
    .array(
      z.object({
        path: z.string(),
        /** What is wrong, and the bound that was passed. */
        code: z.enum(fieldFaultCodes),
        bound: z.number().optional(),
        message: z.string(),
      }),
    )
    .optional(),
  /** What stands in the way, so that the asker can look again: the newer version, the state, the unknown or excluded thing. */
  version: z.number().optional(),
  state: z.string().optional(),
  clock: z.string().optional(),
  ticketId: z.string().optional(),
  unitId: z.string().optional(),
  matterCode: z.string().optional(),
  retryAfterSeconds: z.number().optional(),
})

/** The refusals every route may answer, for the OpenAPI document. */
export const refusals = {
  default: {
    description: 'Problem (RFC 9457)',
    content: { 'application/problem+json': { schema: resolver(ProblemDto) } },
  },
}

/** Answers of a route for the OpenAPI document: its own, and the problem every route may answer. */
export const ok = <Dto extends z.ZodType>(dto: Dto, description = 'Done') => ({
  200: { description, content: { 'application/json': { schema: resolver(dto) } } },
  ...refusals,
})

/** Checks a part of the request against a schema; a fault is `request.invalid` with path, code and bound for each field. */
export const check = <Target extends 'json' | 'query' | 'param' | 'form', Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, (result) => {
    if (result.success) return
    throw platformProblem('request.invalid', undefined, { errors: fieldFaults(result.error, result.data) })
  })

/** A problem as RFC 9457 wants it, with `Retry-After` where it says how long; never the text of any other exception. */
export const problemResponse = (c: Context, { code, status, title, message, extra }: Problem) => {
  const requestId: unknown = c.get('requestId')
  const wait = extra['retryAfterSeconds']
  return c.body(
    JSON.stringify({
      type: `urn:yixian:problem:${code}`,
      title,
      status,
      ...(message === title ? {} : { detail: message }),
      instance: c.req.path,
      code,
      requestId: typeof requestId === 'string' ? requestId : '',
      ...extra,
    }),
    status,
    {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(typeof wait === 'number' ? { 'retry-after': String(wait) } : {}),
    },
  )
}
