import { For } from 'solid-js'
import { isApple, pressedNow } from '../shared/create-shortcuts.ts'
import { shortcutCaps } from '../shared/shortcut.models.ts'
import { classes } from './classes.ts'

/** The keys of a shortcut as caps: `<KeyHint keys="mod+k" />`. Hidden from screen readers, which read `aria-keyshortcuts`. */
export const KeyHint = (props: {
  keys: string
  class?: string
  /** As given, whatever else bare keys mean now: the key is taken by what is open here. */
  asIs?: true
}) => (
  <span aria-hidden="true" class={classes('hidden items-center gap-0.5 pointer-fine:inline-flex', props.class)}>
    <For each={shortcutCaps(props.asIs ? props.keys : pressedNow(props.keys), isApple)}>
      {(cap) => (
        <kbd class="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-current/25 px-1 font-sans text-[11px] leading-none">
          {cap}
        </kbd>
      )}
    </For>
  </span>
)
