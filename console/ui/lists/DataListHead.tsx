import ArrowUp from 'lucide-solid/icons/arrow-up'
import { createEffect, For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../classes.ts'
import type { Column } from './data-list.models.ts'

/** The head of a list: its columns, the box that ticks all, and the bar of rows that wait. */
export interface DataListHeadProps<T> {
  columns: readonly Column<T>[]
  tracks: string
  phone: boolean
  ids: readonly string[]
  selected: ReadonlySet<string> | undefined
  onSelected: (ids: ReadonlySet<string>) => void
  waiting: number
  onShowNew: () => void
}

/** The sticky top of a list: column names, select-all over what is loaded, and the bar that says what has come in. */
export const DataListHead = <T,>(props: DataListHeadProps<T>) => {
  const { t } = useI18n()
  const all = () => props.ids.length > 0 && props.ids.every((id) => props.selected?.has(id))
  const partly = () => !all() && (props.selected?.size ?? 0) > 0
  return (
    <div class="sticky top-0 z-10">
      <div
        role="row"
        aria-rowindex={1}
        class={
          props.phone
            ? 'sr-only'
            : 'grid h-8 items-center gap-x-3 border-b border-line bg-surface px-4 text-xs text-muted'
        }
        style={{ 'grid-template-columns': props.tracks }}
      >
        <Show when={props.selected}>
          <span role="columnheader" class="flex items-center">
            <input
              type="checkbox"
              class="tick"
              ref={(box) => createEffect(() => (box.indeterminate = partly()))}
              aria-label={t('ui.selectAll')}
              checked={all()}
              onChange={() => props.onSelected(new Set(all() ? [] : props.ids))}
            />
          </span>
        </Show>
        <For each={props.columns}>
          {(column) => (
            <span role="columnheader" class={classes('truncate', column.align === 'end' && 'text-end')}>
              {column.header}
            </span>
          )}
        </For>
      </div>
      <Show when={props.waiting > 0}>
        <div role="row" class="absolute inset-x-0 top-full flex justify-center pt-2">
          <div role="gridcell">
            <button
              type="button"
              class="animate-rise inline-flex min-h-7 items-center gap-1 rounded-full bg-accent-fill px-3 text-sm font-medium text-on-fill hover:bg-accent-fill-hover max-sm:min-h-11"
              onClick={() => props.onShowNew()}
            >
              <ArrowUp size={14} aria-hidden="true" />
              {t('ui.newRows', { count: props.waiting })}
            </button>
          </div>
        </div>
      </Show>
    </div>
  )
}
