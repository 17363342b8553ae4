/** One thing to choose. With `parent` the options form a tree. */
export interface Option {
  value: string
  label: string
  parent?: string | undefined
  /** A second, quiet text: what tells it from others of the same name. */
  hint?: string | undefined
  /** Further words under which it is found (another language, a short form). */
  keywords?: string | undefined
  /** A heading of the tree that cannot be chosen itself. */
  heading?: boolean | undefined
}

/** An option as it is drawn now: how deep, and open or closed. */
export interface OptionRow {
  option: Option
  depth: number
  /** Undefined for a leaf. */
  open: boolean | undefined
  /** The names of what it belongs to, outermost first; given while searching. */
  path: string[]
}

const shownAtMost = 60

/** What an option belongs to, outermost first; *all* of an empty value is nobody's parent. A cycle in the data ends the walk. */
export const ancestorsOf = (options: ReadonlyMap<string, Option>, option: Option): Option[] => {
  const parentOf = (of: Option) => (of.parent === undefined ? undefined : options.get(of.parent))
  const found: Option[] = []
  for (let parent = parentOf(option); parent && parent !== option && !found.includes(parent); parent = parentOf(parent))
    found.unshift(parent)
  return found
}

/** The labels of all ancestors, outermost first. */
export const pathOf = (options: ReadonlyMap<string, Option>, option: Option): string[] =>
  ancestorsOf(options, option).map(({ label }) => label)

/**
 * The rows to show. While nothing is typed: the tree, opened where `opened` says. While searching: the best 60 matches, flat, with
 * their path; every word must be found in the label, the path or the keywords; labels that begin with the words come first.
 */
export const optionRows = (options: readonly Option[], query: string, opened: ReadonlySet<string>): OptionRow[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return words.length === 0 ? treeRows(options, opened) : foundRows(options, words)
}

const treeRows = (options: readonly Option[], opened: ReadonlySet<string>): OptionRow[] => {
  const known = new Set(options.map((option) => option.value))
  const children = Map.groupBy(options, (option) =>
    option.parent !== undefined && known.has(option.parent) ? option.parent : undefined,
  )
  const walk = (parent: string | undefined, depth: number): OptionRow[] =>
    (children.get(parent) ?? []).flatMap((option) => {
      const open = children.has(option.value) ? opened.has(option.value) : undefined
      return [{ option, depth, open, path: [] }, ...(open ? walk(option.value, depth + 1) : [])]
    })
  return walk(undefined, 0)
}

const foundRows = (options: readonly Option[], words: readonly string[]): OptionRow[] => {
  const byValue = new Map(options.map((option) => [option.value, option]))
  const ranked = options.flatMap((option) => {
    if (option.heading) return []
    const path = pathOf(byValue, option)
    const label = option.label.toLowerCase()
    const all = [label, ...path, option.keywords ?? '', option.hint ?? ''].join(' ').toLowerCase()
    if (!words.every((word) => all.includes(word))) return []
    const first = words[0] ?? ''
    const rank = label.startsWith(first) ? 0 : label.includes(first) ? 1 : 2
    return [{ rank, row: { option, depth: 0, open: undefined, path } }]
  })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, shownAtMost)
    .map(({ row }) => row)
}
