import { byteRange } from './byte-range.rules.ts'
import { platformProblem } from './problem.ts'
import { uniqueSymbol, validator } from 'hono-openapi'
import { ownCodes } from './contract/api-document.ts'
import { described } from './contract/json-schema.ts'
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

const ProblemDto = z
  .object({
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
  .meta({
    id: 'Problem',
    description: 'A refusal (RFC 9457). Go by `code`; `title` is for people; `requestId` is in the log of the server.',
    samples: [
      {
        type: 'urn:yixian:problem:ticket.conflict',
        title: 'The ticket has changed',
        status: 409,
        instance: '/api/tickets/tkt_0sx078s43z7y5d5qpmb8/actions',
        code: 'ticket.conflict',
        requestId: 'req_0sx078s43qab1ap0y6xb',
        version: 4,
        state: 'handling',
      },
    ],
  })

/**
 * What a route refuses because of what is asked, for the OpenAPI document: the codes that its verb names. What follows from its form (not signed
 * in, a body that cannot be read) is added to every route by itself. A test holds every problem that any test meets against these.
 */
export const refuses = (...codes: string[]) => ({
  default: {
    description: 'Problem',
    content: { 'application/problem+json': { schema: described(ProblemDto) } },
    [ownCodes]: codes,
  },
})

/** Answers of a route for the OpenAPI document: its own, and what it refuses. */
export const ok = (dto: z.ZodType, ...codes: string[]) => ({
  200: { description: 'Done', content: { 'application/json': { schema: described(dto) } } },
  ...refuses(...codes),
})

/** A file as an answer of a route for the OpenAPI document, in whole or in part. */
export const file = (description: string, types: readonly string[], ...codes: string[]) => {
  const content = Object.fromEntries(
    types.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]),
  )
  return {
    200: { description, content },
    206: { description: `${description}: the bytes that \`Range\` asks for`, content },
    ...refuses(...codes, 'files.away'),
  }
}

/** Answers a file, or the one range of it that the request asks for, as players do to jump within sound and film. */
export const sendFile = (c: Context, bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string>) => {
  const range = byteRange(c.req.header('range'), bytes.byteLength)
  const all = { ...headers, 'accept-ranges': 'bytes' }
  if (!range) return c.body(bytes, 200, all)
  return c.body(bytes.subarray(range.from, range.to + 1), 206, {
    ...all,
    'content-range': `bytes ${range.from}-${range.to}/${bytes.byteLength}`,
  })
}

/**
 * Checks a part of the request against a schema; a fault is `request.invalid` with path, code and bound for each field. `shown`: what the document
 * says in its place, where more is known than is checked here.
 */
export const check = <Target extends 'json' | 'query' | 'param' | 'form', Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
  shown: z.ZodType = schema,
) => {
  const middleware = validator(target, schema, (result) => {
    if (result.success) return
    throw platformProblem('request.invalid', undefined, { errors: fieldFaults(result.error, result.data) })
  })
  return Object.assign(middleware, { [uniqueSymbol]: { target, ...described(shown) } })
}

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
