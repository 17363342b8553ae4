import type { Finding, Rule } from './rule.ts'
import type { Source } from './source.ts'

/** Files of api whose values the console may import. */
const crosses = (path: string) => /^api\/(?:vocabulary\/|.*\.(?:types|rules)\.ts$)/.test(path)

/**
 * What the console runs of the server's code is pure: words that everything shares, listed values, rules. Such a file brings nothing
 * else along: it runs only others like it, and no package. (Which files the console names itself the linter sees.)
 */
export const crossingRule: Rule = (tree) => {
  const findings: Finding[] = []
  const seen = new Set<string>()
  const follow = ({ path, imports }: Source) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { target, typesOnly, line } of imports) {
      const next = tree.get(target)
      if (typesOnly || path === target) continue
      if (next && crosses(target)) follow(next)
      else
        findings.push({
          rule: 'crossing',
          path,
          line,
          message: `the console runs this file, and it brings ${target} along: take types only, or split off what the console needs.`,
        })
    }
  }
  for (const { path, imports } of tree.values())
    if (path.startsWith('console/'))
      for (const { target, typesOnly } of imports) {
        const crossed = tree.get(target)
        if (!typesOnly && crossed && crosses(target)) follow(crossed)
      }
  return findings
}
