import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import { z } from 'zod'
import type { ApiEnv } from '../http.ts'
import type { ProblemTable } from '../problem.ts'
import { version } from '../version.ts'
import { problemAnswers } from './problem-answers.ts'

/** What the document says beside its operations. */
export interface DocumentWords {
  description: string
  /** What each tag gathers; an operation with another one is a fault. */
  tags: Readonly<Record<string, string>>
}

/** What the document is written from. */
interface DocumentParts {
  words: DocumentWords
  problems: ProblemTable
  /** The name of the session's cookie. */
  cookie: string
}

/** Where a route says what it refuses; see `refuses` in `http.ts`. */
export const ownCodes = 'x-codes'

/** An operation as far as more is said of it here; the rest stays as it is. */
const Operation = z.looseObject({
  tags: z.array(z.string()).default([]),
  parameters: z.array(z.looseObject({ name: z.string() })).default([]),
  requestBody: z.unknown().optional(),
  security: z.array(z.unknown()).optional(),
  responses: z.looseObject({ default: z.looseObject({ [ownCodes]: z.array(z.string()) }) }),
})

const anyProblem = {
  description: 'Any other refusal, or a fault of the server',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** An operation with its 4xx answers. Throws for a tag or a code that is in no list. */
const completed = (method: string, written: unknown, { words, problems }: DocumentParts) => {
  const operation = Operation.parse(written)
  for (const tag of operation.tags) if (!(tag in words.tags)) throw new Error(`nothing says what ${tag} gathers`)
  const { default: own, ...answers } = operation.responses
  const form = {
    method,
    open: operation.security?.length === 0,
    body: operation.requestBody !== undefined,
    parameters: operation.parameters.map(({ name }) => name),
  }
  return {
    ...operation,
    responses: { ...answers, ...problemAnswers(problems, form, own[ownCodes]), default: anyProblem },
  }
}

/** The whole document, OpenAPI 3.1. */
const writeDocument = async (api: Hono<ApiEnv>, parts: DocumentParts) => {
  const written = await generateSpecs(api, {
    documentation: {
      info: {
        title: 'Yixian 一线',
        version,
        summary: 'The API of a city’s hotline',
        description: parts.words.description,
        license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/api', description: 'This server' }],
      security: [{ session: [] }],
      tags: Object.entries(parts.words.tags).map(([name, description]) => ({ name, description })),
    },
    // A request that does not fit is a problem, never the library's own answer.
    defaultValidationErrorResponse: false,
  })
  const paths = Object.entries(written.paths ?? {}).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item ?? {}).map(([method, operation]) => [method, completed(method, operation, parts)]),
    ),
  ])
  return {
    ...written,
    paths: z.record(z.string(), z.unknown()).parse(Object.fromEntries(paths)),
    components: {
      ...written.components,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: parts.cookie,
          description: 'The cookie that signing in (`POST /session`) sets.',
        },
      },
    },
  }
}

/** The API's own document: written when first asked for, then kept, for writing it takes a tenth of a second and anybody may ask. */
export const apiDocument = (api: Hono<ApiEnv>, parts: DocumentParts) => {
  let written: ReturnType<typeof writeDocument> | null = null
  return () => (written ??= writeDocument(api, parts))
}
