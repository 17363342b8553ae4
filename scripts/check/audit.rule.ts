import type { Node } from 'oxc-parser'
import { roomOf } from './room.ts'
import type { Finding } from './rule.ts'
import type { Source } from './source.ts'
import { walk } from './walk.ts'

const rule = 'audit'

/** What the check of audits has to be told. */
export interface AuditLists {
  /** Verbs that services.ts hands in and that record for whoever calls them, by the name under which they are called: their `room#function`. */
  handedIn: Readonly<Record<string, string>>
  /** `room#function` that opens a transaction which needs no audit: why. */
  unaudited: Readonly<Record<string, string>>
  /** Where these lists stand. */
  path: string
}

/**
 * Whoever opens a transaction records in it who did what: the work given to `db.tx`, or a function that it leads to, calls
 * `record(…)` with an audit that is not always empty. Followed are names, through the file and its imports; a function handed in
 * by services.ts is known by the list. The rule says that there is a way to an audit, not that every way has one: that is for tests.
 */
export const auditRule =
  ({ handedIn, unaudited, path: listPath }: AuditLists) =>
  (tree: ReadonlyMap<string, Source>): Finding[] => {
    const files = new Map(
      [...tree.values()].filter(({ path }) => path.startsWith('api/')).map((source) => [source.path, outline(source)]),
    )
    const places = new Map(Object.entries(handedIn))
    const used = new Set<string>()

    const records = (file: Outline, node: Node, seen: Set<Node>): boolean => {
      if (seen.has(node)) return false
      seen.add(node)
      let found = false
      walk(node, (each, parents) => {
        if (found) return
        if (each.type === 'CallExpression') {
          if (recordsAudit(file, each)) found = true
          const handed = calledProperty(each)
          const place = handed === null ? undefined : places.get(handed)
          if (place !== undefined && recordsAt(place, seen)) found = true
        }
        if (each.type !== 'Identifier' || isKey(each, parents.at(-1))) return
        const own = file.declared.get(each.name) ?? []
        const imported = file.imported.get(each.name)
        const other = imported && files.get(imported.target)
        if (own.some((declared) => records(file, declared, seen))) found = true
        else if (other && (other.declared.get(imported.name) ?? []).some((declared) => records(other, declared, seen)))
          found = true
      })
      return found
    }
    const recordsAt = (place: string, seen: Set<Node>): boolean => {
      const [room, name = ''] = place.split('#')
      return [...files.values()].some(
        (file) =>
          roomOf(file.source.path) === room &&
          (file.declared.get(name) ?? []).some((declared) => records(file, declared, seen)),
      )
    }

    const findings = [...files.values()].flatMap((file) =>
      file.transactions.flatMap(({ call, within }) => {
        const key = `${roomOf(file.source.path) ?? 'api'}#${within}`
        const recorded = call.arguments.some((work) => records(file, work, new Set()))
        if (unaudited[key] !== undefined) used.add(key)
        const line = file.source.lineAt(call.start)
        if (recorded === (unaudited[key] === undefined)) return []
        return {
          rule,
          path: file.source.path,
          line,
          message: recorded
            ? `${within} records an audit by now: take it out of ${listPath}.`
            : `${within} opens a transaction and records no audit: call record(…) in it with who did what, or list ${key} in ${listPath} with the reason.`,
        }
      }),
    )
    const list = { rule, path: listPath, line: 1 }
    return [
      ...findings,
      ...Object.keys(unaudited)
        .filter((key) => !used.has(key))
        .map((key) => ({ ...list, message: `${key} opens no transaction: take it out.` })),
      ...[...places]
        .filter(([, place]) => !recordsAt(place, new Set()))
        .map(([name, place]) => ({ ...list, message: `${name} (${place}) records no audit: take it out.` })),
    ]
  }

/** What a file declares, imports and opens. */
interface Outline {
  source: Source
  /** By name; a name may be declared in several scopes. */
  declared: Map<string, Node[]>
  imported: Map<string, { target: string; name: string }>
  transactions: { call: Extract<Node, { type: 'CallExpression' }>; within: string }[]
}

const outline = (source: Source): Outline => {
  const declared = new Map<string, Node[]>()
  const transactions: Outline['transactions'] = []
  const declare = (name: string, node: Node) => declared.set(name, [...(declared.get(name) ?? []), node])
  walk(source.program(), (node, parents) => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init)
      declare(node.id.name, node.init)
    if (node.type === 'FunctionDeclaration' && node.id && node.body) declare(node.id.name, node.body)
    if (node.type === 'CallExpression' && calledProperty(node) === 'tx')
      transactions.push({ call: node, within: parents.map(declaredName).find((name) => name !== null) ?? 'the file' })
  })
  const imported = new Map(
    source.imports.flatMap(({ target, names }) =>
      names.map(({ local, imported }) => [local, { target, name: imported }]),
    ),
  )
  return { source, declared, imported, transactions }
}

const declaredName = (node: Node): string | null => {
  if (node.type === 'FunctionDeclaration') return node.id?.name ?? null
  return node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node.id.name : null
}

const calledProperty = ({ callee }: Extract<Node, { type: 'CallExpression' }>): string | null =>
  callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier'
    ? callee.property.name
    : null

/** The name of a property, which says nothing about a variable of that name. */
const isKey = (node: Node, parent: Node | undefined): boolean =>
  (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
  (parent?.type === 'Property' && parent.key === node && !parent.shorthand)

/** `record(tx, deps, actor, { audit: […] })` of the audit room; an `audit: []` records nothing. */
const recordsAudit = (file: Outline, call: Extract<Node, { type: 'CallExpression' }>): boolean => {
  if (call.callee.type !== 'Identifier' || !file.imported.get(call.callee.name)?.target.endsWith('/record.ts'))
    return false
  const happening = call.arguments.at(-1)
  if (happening?.type !== 'ObjectExpression') return happening !== undefined
  return happening.properties.some(
    (property) =>
      property.type === 'Property' &&
      property.key.type === 'Identifier' &&
      property.key.name === 'audit' &&
      !(property.value.type === 'ArrayExpression' && property.value.elements.length === 0),
  )
}
