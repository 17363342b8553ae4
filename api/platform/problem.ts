import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** One row a code: the source of HTTP status, English title, the OpenAPI error schema and the console's translations. */
export type ProblemTable = Record<string, { status: ContentfulStatusCode; title: string }>

export const platformProblems = {
  'request.invalid': { status: 422, title: 'The request is not valid' },
  'request.malformed': { status: 400, title: 'The request cannot be read' },
  'request.too-large': { status: 413, title: 'The request is too large' },
  'request.not-found': { status: 404, title: 'There is nothing at this address' },
  'request.too-many': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Unexpected error' },
} as const satisfies ProblemTable
