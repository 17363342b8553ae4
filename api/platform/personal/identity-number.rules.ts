const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** First two digits of the regions that give such numbers (GB/T 2260), with Hong Kong, Macao and Taiwan as residents have them. */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
)

/** Whether eight digits are a day that there was. */
const isDay = (digits: string): boolean => {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number)
  if (!year || !month || !day || year < 1850 || year > 2150) return false
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

/**
 * The check character of the first seventeen digits (GB 11643-1999, ISO 7064 MOD 11-2).
 * @internal exported for its test
 */
export const identityCheck = (first17: string): string =>
  checks[weights.reduce((sum, weight, at) => sum + weight * Number(first17[at]), 0) % 11] ?? ''

/** Whether region and birthday of an identity number of either form can be; its check digit is not asked. Without spaces, `X` in capitals. */
export const looksLikeIdentityNumber = (number: string): boolean =>
  /^\d{17}[\dX]$/.test(number)
    ? regions.has(number.slice(0, 2)) && isDay(number.slice(6, 14))
    : /^\d{15}$/.test(number) && regions.has(number.slice(0, 2)) && isDay(`19${number.slice(6, 12)}`)

/**
 * Whether a number is a resident identity number (公民身份号码, GB 11643): eighteen characters with the right check character, or fifteen digits
 * of the old form, which has none. Without spaces, `X` in capitals.
 */
export const isIdentityNumber = (number: string): boolean =>
  looksLikeIdentityNumber(number) && (number.length === 15 || identityCheck(number.slice(0, 17)) === number[17])
