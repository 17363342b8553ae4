import { roomOf } from './room.ts'
import type { Finding, Rule } from './rule.ts'
import type { Import, Source } from './source.ts'

/** The words all share: pure, so that even the database may use them. */
const groundFloor = 'api/vocabulary/'

/** One room leans on another, by these imports. */
interface Lean {
  from: string
  to: string
  by: { path: string; imported: Import }[]
}

/**
 * Imports run down: no room may reach itself through another, by values or by types, and no room reaches up to the files
 * on top that join the rooms (`api/services.ts`, `api/app.ts`, `console/routes.tsx` …). The database lies below all rooms: it may
 * name their types for its columns, but runs nothing of theirs.
 */
export const roomsRule: Rule = (tree) => {
  const leans = leansOf(tree)
  return [...circles(leans), ...reachesUp(tree)]
}

const leansOf = (tree: ReadonlyMap<string, Source>): Map<string, Lean> => {
  const leans = new Map<string, Lean>()
  for (const { path, imports } of tree.values()) {
    const from = roomOf(path)
    if (from === null || from === 'db') continue
    for (const imported of imports) {
      const to = roomOf(imported.target)
      if (to === null || to === from || to === 'db') continue
      const key = `${from} ${to}`
      const lean = leans.get(key) ?? { from, to, by: [] }
      lean.by.push({ path, imported })
      leans.set(key, lean)
    }
  }
  return leans
}

/** One finding a circle, on the lean that the fewest imports make: the one most easily cut. */
const circles = (leans: ReadonlyMap<string, Lean>): Finding[] => {
  const findings: Finding[] = []
  const left = new Map(leans)
  for (;;) {
    const circle = [...left.values()].map((lean) => circleOver(lean, left)).find((found) => found !== null)
    if (!circle) return findings
    const [weakest] = circle.toSorted((a, b) => a.by.length - b.by.length)
    const [first] = weakest?.by ?? []
    if (!weakest || !first) return findings
    left.delete(`${weakest.from} ${weakest.to}`)
    const way = [...circle.map(({ from }) => from), circle[0]?.from].join(' → ')
    const others = weakest.by.length > 1 ? ` and ${weakest.by.length - 1} more` : ''
    findings.push({
      rule: 'rooms',
      path: first.path,
      line: first.imported.line,
      message: `a circle of rooms: ${way}. Cut it where ${weakest.from} imports ${first.imported.target}${others}: move what both need to the lower room, or let services.ts hand it in.`,
    })
  }
}

/** The shortest way from where a lean leads back to where it begins, the lean itself first; null where there is none. */
const circleOver = (lean: Lean, leans: ReadonlyMap<string, Lean>): Lean[] | null => {
  const seen = new Set([lean.to])
  let ways: Lean[][] = [[lean]]
  while (ways.length > 0) {
    const done = ways.find((way) => way.at(-1)?.to === lean.from)
    if (done) return done
    ways = ways.flatMap((way) =>
      [...leans.values()]
        .filter(({ from, to }) => from === way.at(-1)?.to && !seen.has(to))
        .map((next) => {
          seen.add(next.to)
          return [...way, next]
        }),
    )
  }
  return null
}

const reachesUp = (tree: ReadonlyMap<string, Source>): Finding[] =>
  [...tree.values()].flatMap(({ path, imports }) => {
    const room = roomOf(path)
    if (room === null) return []
    return imports.flatMap(({ target, line, typesOnly }) => {
      const top = /^(?:api|console)\/[^/]+$/.test(target)
      if (top)
        return {
          rule: 'rooms',
          path,
          line,
          message: `${target} joins the rooms and lies above them: take what you need as a parameter, or move it to a room.`,
        }
      if (room === 'db' && !typesOnly && /^(?:api|console)\//.test(target) && !target.startsWith(groundFloor))
        return {
          rule: 'rooms',
          path,
          line,
          message: `db lies below ${target}: it may name a room's types, not run its code.`,
        }
      return []
    })
  })
