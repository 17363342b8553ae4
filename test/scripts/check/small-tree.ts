import type { Rule } from '../../../scripts/check/rule.ts'
import { readTree } from '../../../scripts/check/source.ts'

/** What a rule says of a small tree, given as path → text: one `path:line message` a finding. */
export const told = (rule: Rule, files: Readonly<Record<string, string>>): string[] =>
  rule(readTree(Object.entries(files).map(([path, text]) => ({ path, text })))).map(
    ({ path, line, message }) => `${path}:${line} ${message}`,
  )
