import type { Node } from 'oxc-parser'
import { dirname } from 'node:path/posix'
import { roomOf } from './room.ts'
import type { Finding } from './rule.ts'
import type { Source } from './source.ts'

/** An exported function or interface, and whether a doc comment stands above it. */
export interface Documented {
  path: string
  name: string
  line: number
  has: boolean
}

/**
 * Of what is exported: functions, and interfaces, whose fields carry units and rules. Names of types say enough by themselves, and what a
 * component takes (`ButtonProps`) is told by the comment on the component.
 */
export const documented = (source: Source): Documented[] =>
  source.program().body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return []
    const name = toBeDocumented(statement.declaration)
    if (name === null) return []
    const above = source.comments().findLast(({ end }) => end <= statement.start)
    const has =
      above !== undefined &&
      above.type === 'Block' &&
      above.value.startsWith('*') &&
      source.text.slice(above.end, statement.start).trim() === ''
    return { path: source.path, name, line: source.lineAt(statement.start), has }
  })

const toBeDocumented = (declaration: Node): string | null => {
  if (declaration.type === 'TSInterfaceDeclaration')
    return declaration.id.name.endsWith('Props') ? null : declaration.id.name
  if (declaration.type === 'FunctionDeclaration') return declaration.id?.name ?? null
  if (declaration.type !== 'VariableDeclaration') return null
  const [declarator] = declaration.declarations
  const isFunction =
    declarator?.init?.type === 'ArrowFunctionExpression' || declarator?.init?.type === 'FunctionExpression'
  return isFunction && declarator.id.type === 'Identifier' ? declarator.id.name : null
}

/** How many of a room's exported functions and interfaces have a doc comment. */
export interface Coverage {
  room: string
  have: number
  all: number
}

/** Per room, the worst first. */
export const docCoverage = (tree: ReadonlyMap<string, Source>): Coverage[] => {
  const rooms = new Map<string, Coverage>()
  for (const each of documentedIn(tree)) {
    const room = roomOf(each.path) ?? dirname(each.path)
    const coverage = rooms.get(room) ?? { room, have: 0, all: 0 }
    rooms.set(room, { room, have: coverage.have + (each.has ? 1 : 0), all: coverage.all + 1 })
  }
  return [...rooms.values()].toSorted((a, b) => a.have / a.all - b.have / b.all)
}

const documentedIn = (tree: ReadonlyMap<string, Source>) => [...tree.values()].flatMap((source) => documented(source))

/** At least `bar` (0 to 1) of all exported functions and interfaces have a doc comment. */
export const docCommentsRule =
  (bar: number) =>
  (tree: ReadonlyMap<string, Source>): Finding[] => {
    const all = documentedIn(tree)
    const bare = all.filter(({ has }) => !has)
    const [first] = bare
    if (!first || 1 - bare.length / all.length >= bar) return []
    const names = bare.slice(0, 5).map(({ path, line, name }) => `${path}:${line} ${name}`)
    return [
      {
        rule: 'doc-comments',
        path: first.path,
        line: first.line,
        message: `${all.length - bare.length} of ${all.length} exported functions and interfaces have a doc comment, fewer than ${bar * 100} %: say what a new one does, in which units, which problems it throws. Without one: ${names.join(', ')} … (all: npm run check -- --docs)`,
      },
    ]
  }
