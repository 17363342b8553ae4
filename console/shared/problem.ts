import { fieldFaultCodes, type FieldFault } from '../../api/platform/field-fault.types.ts'

/**
 * What the server refused (RFC 9457) or what kept the request from it. `code` keys the text `problem.<code>`;
 * `network.offline`, `network.timeout` and, for what was only read, `network.slow` (status 0) are the console's own.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string | undefined
  readonly errors: readonly FieldFault[]
  readonly requestId: string | undefined
  /** Everything else the server said, for example the `current` state after a conflict. */
  readonly extra: Readonly<Record<string, unknown>>

  constructor(body: Record<string, unknown>, status: number, cause?: unknown) {
    const { code, title, detail, errors, requestId, type: _type, status: _status, instance: _instance, ...extra } = body
    super(text(title) ?? text(code) ?? `HTTP ${status}`, { cause })
    this.code = text(code) ?? (status >= 500 ? 'internal' : 'request.failed')
    this.status = status
    this.title = text(title) ?? this.code
    this.detail = text(detail)
    this.errors = Array.isArray(errors) ? errors.filter((error) => isFieldFault(error)) : []
    this.requestId = text(requestId)
    this.extra = extra
  }
}

/**
 * Anything that was thrown, as a problem. An answer that stayed out after it had begun is `network.timeout`; whatever else is the
 * console's own fault, `console.fault`.
 */
export const toProblem = (thrown: unknown): Problem => {
  if (thrown instanceof Problem) return thrown
  const late = thrown instanceof DOMException && thrown.name === 'TimeoutError'
  const title = thrown instanceof Error ? thrown.message : String(thrown)
  return new Problem({ code: late ? 'network.timeout' : 'console.fault', title }, 0, thrown)
}

/** What is wrong with one field, by its path in the body (`place.text`). */
export const errorOf = (problem: Problem | undefined, path: string): FieldFault | undefined =>
  problem?.errors.find((error) => error.path === path)

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const isFieldFault = (value: unknown): value is FieldFault =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  'message' in value &&
  typeof value.path === 'string' &&
  'code' in value &&
  fieldFaultCodes.some((code) => code === value.code) &&
  typeof value.message === 'string'
