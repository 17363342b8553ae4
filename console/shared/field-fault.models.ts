/** What is wrong with a field, as a key of the dictionary (`field.<what>`) and the number its text names. */
export type FieldFault = { what: 'missing' | 'invalid' } | { what: 'tooShort' | 'tooLong'; count: number }

const number = (text: string | undefined) => Number(text ?? 0)

/**
 * The server says in English, by its schema, what is wrong with a field; the reader is told in their own language. What is not among
 * the usual faults is simply invalid: a sentence for programmers helps nobody who fills in a form.
 */
export const fieldFault = (message: string): FieldFault => {
  if (/received (undefined|null)$/.test(message)) return { what: 'missing' }
  const least = number(/^Too small: expected string to have >=(\d+) characters$/.exec(message)?.[1])
  if (least > 0) return least === 1 ? { what: 'missing' } : { what: 'tooShort', count: least }
  const most = number(/^Too big: expected string to have <=(\d+) characters$/.exec(message)?.[1])
  return most > 0 ? { what: 'tooLong', count: most } : { what: 'invalid' }
}
