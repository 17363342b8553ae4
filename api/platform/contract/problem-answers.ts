import type { OpenAPIV3_1 } from 'openapi-types'
import type { ProblemTable } from '../problem.ts'

/** An operation as far as its refusals follow from its form. */
interface Form {
  method: string
  /** Whether anybody may ask it. */
  open: boolean
  body: boolean
  parameters: readonly string[]
}

/** What an operation may refuse because of how it is asked; what it refuses because of what is asked, its route names. */
const formal = ({ method, open, body, parameters }: Form): string[] => [
  'request.malformed',
  ...(open ? [] : ['auth.required', 'auth.forbidden', 'auth.password-change', 'auth.second-factor-setup']),
  ...(method === 'get' ? [] : ['auth.cross-site']),
  ...(body ? ['request.too-large', 'request.unsupported-type'] : []),
  ...(body || parameters.length > 0 ? ['request.invalid'] : []),
  ...(parameters.includes('cursor') ? ['request.other-cursor'] : []),
  'request.number-in-address',
]

/**
 * The refusals of one operation as answers of the document, by status: each lists its codes, so that a client may tell them apart by type.
 * Throws for a code that no table has.
 */
export const problemAnswers = (
  problems: ProblemTable,
  form: Form,
  own: readonly string[],
): Record<string, OpenAPIV3_1.ResponseObject> => {
  const byStatus = new Map<number, Map<string, string>>()
  for (const code of [...own, ...formal(form)]) {
    const row = problems[code]
    if (!row) throw new Error(`no table of problems has ${code}`)
    const codes = byStatus.get(row.status) ?? new Map<string, string>()
    byStatus.set(row.status, codes.set(code, row.title))
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: [...codes].map(([code, title]) => `\`${code}\`: ${title}.`).join(' '),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [
                { $ref: '#/components/schemas/Problem' },
                { type: 'object', properties: { code: { type: 'string', enum: [...codes.keys()] } } },
              ],
            },
          },
        },
      },
    ]),
  )
}
