/** A number that differs where tokens do (53 bits of two FNV-1a hashes): what did not change is not written again. */
export const printOf = (tokens: readonly string[]): number => {
  let [a, b] = [0x811c9dc5, 0x01000193]
  for (const token of tokens) {
    for (let at = 0; at < token.length; at++) {
      const code = token.charCodeAt(at)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code, 0x85ebca6b)
    }
    a = Math.imul(a ^ 0x20, 0x01000193)
    b = Math.imul(b ^ 0x20, 0x85ebca6b)
  }
  return (a >>> 0) * 0x20_0000 + ((b >>> 0) & 0x1f_ffff)
}
