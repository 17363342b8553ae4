/** Bounded by what is no letter or digit, so that an id with a run of digits is none. A ticket's number has twelve digits and no 0 or 86 before it. */
const wholeNumber = /(?<![\p{L}\d_+])(?:\+\d{8,15}|(?:00)?(?:86)?1[3-9]\d{9}|0\d{9,11})(?![\p{L}\d_])/u
/** Format characters and variation selectors: nobody sees them. */
const invisible = /[\p{Cf}\u{FE00}-\u{FE0F}]/gu
const separators = /[\s().·-]/g

/**
 * Whether a text holds a whole telephone number: E.164, a mainland mobile, or one with its area code, however it is spaced. Such a text
 * belongs into a body: addresses are kept by browsers, proxies and logs.
 */
export const holdsWholeNumber = (text: string): boolean => {
  const plain = text.normalize('NFKC').replaceAll(invisible, '')
  return wholeNumber.test(plain) || wholeNumber.test(plain.replaceAll(separators, ''))
}
