/** A number of 32 bits for a token, signed as PostgreSQL's integers are (FNV-1a over UTF-16). Tokens may share one: it only ever finds too much. */
export const hashOf = (token: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < token.length; at++) hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193)
  // the last step spreads what short tokens leave in the low bits
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
