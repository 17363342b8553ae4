import type { Node } from 'oxc-parser'
import type { Source } from './source.ts'
import { walk } from './walk.ts'

/** One place where a file names a table of the schema. */
export interface TableUse {
  /** Null where the file passes the tables on under another name, so that nobody can see which. */
  table: string | null
  /** Rows are inserted, updated or deleted. */
  writes: boolean
  line: number
}

/**
 * The tables a file names: `db.t.ticket`, `const { ticket } = tx.t`, `({ ticket }: Read['t']) => …`, `({ t: { ticket } }: Read) => …`, `Read['t']['ticket']`.
 * Which of them it writes to shows in `insert(…)`, `update(…)`, `delete(…)` and `insertRows(…)`.
 */
export const tableUses = (source: Source): TableUse[] => {
  const uses: TableUse[] = []
  const written = new Set<string>()
  const use = (table: string | null, node: Node) => uses.push({ table, writes: false, line: source.lineAt(node.start) })

  walk(source.program(), (node, parents) => {
    if (node.type === 'CallExpression') {
      const name = writtenIn(node)
      if (name !== null) written.add(name)
    }
    const parent = parents.at(-1)
    if (!parent) return
    if (node.type === 'MemberExpression' && !node.computed && named(node.property) === 't') {
      if (parent.type === 'MemberExpression' && parent.object === node)
        for (const table of parent.computed ? choices(source, parent.property) : [named(parent.property)])
          use(table, node)
      else if (parent.type === 'VariableDeclarator')
        for (const table of parent.id.type === 'ObjectPattern' ? keysOf(parent.id) : [null]) use(table, node)
      else if (parent.type !== 'CallExpression') use(null, node)
    }
    // `({ q, t: { ticket } }: Read) => …`
    if (node.type === 'Property' && parent.type === 'ObjectPattern' && named(node.key) === 't')
      for (const table of node.value.type === 'ObjectPattern' ? keysOf(node.value) : [null]) use(table, node)
    if (node.type === 'TSIndexedAccessType' && literal(node.indexType) === 't') {
      const bound = parents.at(-2)
      if (parent.type === 'TSIndexedAccessType' && parent.objectType === node)
        for (const table of choices(source, parent.indexType)) use(table, node)
      else if (bound?.type === 'ObjectPattern') for (const table of keysOf(bound)) use(table, node)
      else use(null, node)
    }
  })
  return uses.map((each) => ({ ...each, writes: each.table !== null && written.has(each.table) }))
}

const named = (node: Node): string | null => (node.type === 'Identifier' ? node.name : null)

const literal = (node: Node): string | null =>
  node.type === 'TSLiteralType' && node.literal.type === 'Literal' && typeof node.literal.value === 'string'
    ? node.literal.value
    : null

/** The keys of `{ ticket, unit: lead }`; null for a rest, which may hold any. */
const keysOf = (pattern: Extract<Node, { type: 'ObjectPattern' }>): (string | null)[] =>
  pattern.properties.map((property) => (property.type === 'Property' ? named(property.key) : null))

/**
 * All tables that an index may mean: the texts in it, and those behind its names in the file, be it a type parameter
 * (`<Table extends 'audit' | 'outbox'>`), a parameter (`kind: 'answer' | 'extension'`) or a constant.
 */
const choices = (source: Source, index: Node): (string | null)[] => {
  const found: string[] = []
  const names = new Set<string>()
  const take = (below: Node | null | undefined) => {
    if (below)
      walk(below, (node) => {
        if (node.type === 'Literal' && typeof node.value === 'string') found.push(node.value)
      })
  }
  take(index)
  walk(index, (node) => {
    if (node.type === 'Identifier') names.add(node.name)
  })
  walk(source.program(), (node) => {
    if (node.type === 'TSTypeParameter' && names.has(node.name.name)) take(node.constraint)
    if (node.type === 'Identifier' && node.typeAnnotation && names.has(node.name)) take(node.typeAnnotation)
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && names.has(node.id.name)) take(node.init)
  })
  return found.length > 0 ? found : [null]
}

/** The table a call writes to, by its name there: `tx.q.insert(tx.t.ticket)`, `tx.q.update(ticket)`, `insertRows(tx, tx.t.ticket, …)`. */
const writtenIn = ({ callee, arguments: args }: Extract<Node, { type: 'CallExpression' }>): string | null => {
  const table = named(callee) === 'insertRows' ? args[1] : writesRows(callee) ? args[0] : undefined
  if (!table) return null
  return table.type === 'MemberExpression' ? named(table.property) : named(table)
}

const writesRows = (callee: Node): boolean =>
  callee.type === 'MemberExpression' &&
  ['insert', 'update', 'delete'].includes(named(callee.property) ?? '') &&
  callee.object.type === 'MemberExpression' &&
  named(callee.object.property) === 'q'
