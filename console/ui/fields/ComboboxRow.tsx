import Check from 'lucide-solid/icons/check'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { Show } from 'solid-js'
import { classes } from '../classes.ts'
import type { OptionRow } from './combobox.models.ts'

/** One line in the list of a Combobox. */
export const ComboboxRow = (props: {
  id: string
  row: OptionRow
  tree: boolean
  active: boolean
  chosen: boolean
  onHover: () => void
  onTake: () => void
  onToggle: () => void
}) => (
  <li
    id={props.id}
    role={props.tree ? 'treeitem' : 'option'}
    aria-level={props.tree ? props.row.depth + 1 : undefined}
    aria-selected={props.chosen}
    aria-expanded={props.tree ? props.row.open : undefined}
    data-active={props.active ? '' : undefined}
    class={classes(
      'flex min-h-8 cursor-pointer items-center gap-1 rounded-sm pr-2 max-sm:min-h-11',
      props.active && 'bg-hover',
      props.row.option.heading && 'text-muted',
    )}
    style={{ 'padding-left': `${4 + props.row.depth * 16}px` }}
    onPointerMove={() => !props.active && props.onHover()}
    onClick={() => props.onTake()}
  >
    <Show when={props.row.open !== undefined} fallback={<span class="w-5 shrink-0" />}>
      <span
        class="flex size-5 shrink-0 items-center justify-center text-muted"
        onClick={(event) => {
          event.stopPropagation()
          props.onToggle()
        }}
      >
        <ChevronRight
          size={14}
          aria-hidden="true"
          class={classes('transition-transform duration-100', props.row.open && 'rotate-90')}
        />
      </span>
    </Show>
    <span class="min-w-0 flex-1 truncate">
      {props.row.option.label}
      <Show when={props.row.path.length > 0}>
        <span class="ml-2 text-sm text-muted">{props.row.path.join(' › ')}</span>
      </Show>
      <Show when={props.row.option.hint}>
        <span class="ml-2 text-sm text-muted">{props.row.option.hint}</span>
      </Show>
    </span>
    <Show when={props.chosen}>
      <Check size={14} class="shrink-0 text-accent" aria-hidden="true" />
    </Show>
  </li>
)
