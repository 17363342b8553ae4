/** Figures of a number without its `+`, and without the code of the mainland before a number of its own. */
const nationalOf = (from: string): string | null => {
  const figures = from.normalize('NFKC').replaceAll(/[\s().-]/g, '')
  if (!/^\+?\d+$/.test(figures)) return null
  return figures.replace(/^(?:\+|00)?86(?=[19])/, '')
}

/** Landlines of Beijing (10 6…) and of Ningxia (95…) have ten figures after the code of the mainland; numbers of services never have. */
const ambiguousLength = 10

/** 106…: applications; 95…, 96…: companies and local services; 100…: telephone companies (工信部 码号资源). */
const servicePrefix = /^(?:106|9[56]|100)/

/** 110, 114, 12306, 12345: three to six figures, which no person has. */
const shortNumber = /^\d{3,6}$/

/**
 * Whether a sender is a service and no person: 106…, 95…, 96…, 100…, 12xxx and other short numbers, however they are written (+8695588). A number
 * that is withheld, and a name in place of one, may be anybody's.
 */
export const isServiceNumber = (from: string): boolean => {
  const national = nationalOf(from)
  if (national === null) return false
  const isMainland = from.trim().startsWith('+86') || !from.trim().startsWith('+')
  if (!isMainland) return false
  if (shortNumber.test(national)) return true
  return servicePrefix.test(national) && national.length !== ambiguousLength
}
