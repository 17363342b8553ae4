import { createRegistry } from '../shared/create-registry.ts'
import type { IconComponent } from '../ui/icon.ts'

/** Something the ⌘K palette can do or open. */
export interface Command {
  id: string
  label: string
  /** What tells it from others: a number, a unit. */
  hint?: string | undefined
  icon?: IconComponent
  keys?: string
  run: () => void
}

/** Commands of the palette under one heading. */
export interface CommandGroup {
  title: string
  commands: readonly Command[]
}
/** What the palette searches as one types; what it finds stands in groups, the likeliest first. */
export interface SearchSource {
  search: (text: string, signal: AbortSignal) => Promise<CommandGroup[]>
}

const groups = createRegistry<() => CommandGroup>()
const sources = createRegistry<SearchSource>()

/** What the palette offers now: the shell's groups first, the open page's last. */
export const commandGroups = (): CommandGroup[] => groups.all().map((group) => group())
export const searchSources = sources.all

/** Commands for as long as the calling component lives, below those that were there before: what acts is never under the first Enter. */
export const createCommands = (group: () => CommandGroup): void => groups.add(group)
/** A search source for as long as the calling component lives. */
export const createSearchSource = (source: SearchSource): void => sources.add(source)
