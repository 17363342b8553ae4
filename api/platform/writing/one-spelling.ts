import { simplify } from './simplify.ts'

/**
 * One spelling of a short text that is compared with known words: full width becomes half width, lower case, simplified characters for
 * traditional ones, one apostrophe. For reading only; what is kept is what was written.
 */
export const oneSpelling = (text: string): string => simplify(text.normalize('NFKC')).toLowerCase().replaceAll('’', "'")
