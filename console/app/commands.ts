import { createSignal, onCleanup } from 'solid-js'
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
/** A place the palette searches as one types: tickets, phones, units, knowledge. */
export interface SearchSource {
  title: () => string
  search: (text: string, signal: AbortSignal) => Promise<Command[]>
}

const [groups, setGroups] = createSignal<readonly (() => CommandGroup)[]>([])
const [sources, setSources] = createSignal<readonly SearchSource[]>([])

/** What the palette offers now: the shell's groups first, the open page's last. */
export const commandGroups = (): CommandGroup[] => groups().map((group) => group())
export const searchSources = sources

/** Commands for as long as the calling component lives, below those that were there before: what acts is never under the first Enter. */
export const createCommands = (group: () => CommandGroup): void => {
  setGroups((all) => [...all, group])
  onCleanup(() => setGroups((all) => all.filter((other) => other !== group)))
}
/** A search source for as long as the calling component lives. */
export const createSearchSource = (source: SearchSource): void => {
  setSources((all) => [...all, source])
  onCleanup(() => setSources((all) => all.filter((other) => other !== source)))
}
