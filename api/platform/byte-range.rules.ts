/**
 * The bytes that a `Range` header asks for, both ends included; null where all of them go out: none, several or no range of bytes, or one that lies outside
 * (RFC 9110, 14.2: a range may be ignored).
 */
export const byteRange = (header: string | undefined, size: number): { from: number; to: number } | null => {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from <= to ? { from, to } : null
}
