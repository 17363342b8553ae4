/**
 * What may be wrong with one field. A bound belongs to six of them: characters (tooShort, tooLong), the number itself (tooSmall, tooLarge),
 * or how many things (tooFew, tooMany).
 */
export const fieldFaultCodes = [
  'missing',
  'tooShort',
  'tooLong',
  'tooSmall',
  'tooLarge',
  'tooFew',
  'tooMany',
  'unknown',
  'invalid',
] as const
export type FieldFaultCode = (typeof fieldFaultCodes)[number]

/** One field that was refused. `code` and `bound` are for whoever tells a person; `message` is for a programmer. */
export interface FieldFault {
  /** The way into the body or the query, by dots: `limit.value`. */
  path: string
  code: FieldFaultCode
  bound?: number
  message: string
}
