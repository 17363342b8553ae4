import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What a code stands for: HTTP status and English title. */
export interface ProblemRow {
  status: ContentfulStatusCode
  title: string
}

/** One row a code; each room keeps its own beside it, `api/app.ts` joins them for the console's translations and the documents. */
export type ProblemTable = Readonly<Record<string, ProblemRow>>

/** A refusal the domain can name (RFC 9457): it knows its status and title; `extra` is what the asker needs to look again. */
export class Problem extends Error {
  readonly code: string
  readonly status: ContentfulStatusCode
  readonly title: string
  readonly extra: Readonly<Record<string, unknown>>
  constructor(code: string, { status, title }: ProblemRow, detail?: string, extra: Record<string, unknown> = {}) {
    super(detail ?? title)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.title = title
    this.extra = extra
  }
}

/** Makes the refusals of one room from its table: verbs name a code, never a status. */
export const problemsOf =
  <Code extends string>(table: Readonly<Record<Code, ProblemRow>>) =>
  (code: Code, detail?: string, extra?: Record<string, unknown>): Problem =>
    new Problem(code, table[code], detail, extra)

/** Refusals that any server has, whatever it serves. */
export const platformProblems = {
  'request.invalid': { status: 422, title: 'The request is not valid' },
  'request.other-cursor': { status: 422, title: 'The page cursor belongs to another list or other filters' },
  'request.malformed': { status: 400, title: 'The request cannot be read' },
  'request.method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'request.unsupported-type': { status: 415, title: 'A body of this type is not taken' },
  'request.too-large': { status: 413, title: 'The request is too large' },
  'request.number-in-address': { status: 422, title: 'A telephone number stands in the address' },
  'request.not-found': { status: 404, title: 'There is nothing at this address' },
  'auth.forbidden': { status: 403, title: 'Not allowed' },
  'request.too-many': { status: 429, title: 'Too many requests' },
  'request.busy': { status: 503, title: 'Too much is asked at the moment' },
  'request.took-too-long': { status: 503, title: 'The answer would have taken too long' },
  'database.away': { status: 503, title: 'The database cannot be asked or written at the moment' },
  'files.away': { status: 503, title: 'The store of files does not answer' },
  internal: { status: 500, title: 'Unexpected error' },
} as const satisfies ProblemTable

/** Refusals that any route may answer. */
export const platformProblem = problemsOf(platformProblems)
