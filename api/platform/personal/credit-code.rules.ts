/** Value of a symbol is its place: no I, O, S, V, Z. */
const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const shape = /^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/**
 * The check character of the first seventeen symbols (GB 32100-2015): weights 3^i mod 31.
 * @internal exported for its test
 */
export const creditCheck = (first17: string): string => {
  let [sum, weight] = [0, 1]
  for (const symbol of first17.slice(0, 17)) {
    sum += weight * symbols.indexOf(symbol)
    weight = (weight * 3) % 31
  }
  return symbols[(31 - (sum % 31)) % 31] ?? ''
}

/** Whether a text has the shape of a unified social credit code; its check character is not asked. In capitals, without spaces. */
export const looksLikeCreditCode = (code: string): boolean => shape.test(code)

/** Whether a text is a unified social credit code (统一社会信用代码, GB 32100-2015) with the right check character. In capitals, without spaces. */
export const isCreditCode = (code: string): boolean => looksLikeCreditCode(code) && creditCheck(code) === code[17]
