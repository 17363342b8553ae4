import { compileFiltered } from './filtered-matcher.ts'
import type { CompilePhrases } from './notation.ts'

/** How phrases are searched: the filtered way, which the plain one (`plain-matcher.ts`) can stand in for. */
export const compilePhrases: CompilePhrases = compileFiltered
