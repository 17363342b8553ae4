import { visitorKeys, type Node } from 'oxc-parser'

/** A node's fields by name: the keys are the parser's own list of what holds nodes. */
const fieldsOf = (node: Node) => node as unknown as Record<string, Node | (Node | null)[] | null | undefined>

/** Visits a node and all below it, each with the nodes above it, the nearest last. */
export const walk = (
  node: Node,
  visit: (node: Node, parents: readonly Node[]) => void,
  parents: readonly Node[] = [],
) => {
  visit(node, parents)
  const fields = fieldsOf(node)
  const below = [...parents, node]
  for (const key of visitorKeys[node.type] ?? []) {
    const value = fields[key]
    for (const child of Array.isArray(value) ? value : [value]) if (child) walk(child, visit, below)
  }
}
