import type { MatterTreeDto as Matter } from '../../api/catalogue/catalogue.dto.ts'
import type { Option } from '../ui/fields/combobox.models.ts'

/** All matters of the tree in its order, each with the codes above it, outermost first. */
export const flatten = (
  nodes: readonly Matter[],
  above: readonly Matter[] = [],
): { matter: Matter; above: readonly Matter[] }[] =>
  nodes.flatMap((matter) => [{ matter, above }, ...flatten(matter.children, [...above, matter])])

/** The tree for a Combobox: branches are headings, leaves are found by both names and their examples. */
export const matterOptions = (nodes: readonly Matter[], label: (matter: Matter) => string): Option[] =>
  flatten(nodes).map(({ matter, above }) => ({
    value: matter.code,
    label: label(matter),
    parent: above.at(-1)?.code,
    heading: matter.children.length > 0,
    keywords: [matter.code, matter.name, matter.nameEn, ...matter.examples].join(' '),
  }))
