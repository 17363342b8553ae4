import type { Source } from './source.ts'

/** What a check has against a place in the tree, and what to do instead. */
export interface Finding {
  rule: string
  path: string
  line: number
  message: string
}

/** A check: all files of the tree in, what is wrong out. */
export type Rule = (tree: ReadonlyMap<string, Source>) => Finding[]
