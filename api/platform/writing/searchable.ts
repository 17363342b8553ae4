import { simplify } from './simplify.ts'

/** Text as it is stored for searching and as a needle is written: NFKC, simplified characters, lower case, single spaces. */
export const searchable = (text: string): string =>
  simplify(text.normalize('NFKC')).toLowerCase().replaceAll(/\s+/g, ' ').trim()
