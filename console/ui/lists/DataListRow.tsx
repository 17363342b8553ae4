import { For, Show, type JSX } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../classes.ts'
import type { Column, ShownRow } from './data-list.models.ts'

/** A row as the list places it: columns on a wide screen, a card on a phone. */
export interface DataListRowProps<T> {
  id: string
  shown: ShownRow<T>
  index: number
  columns: readonly Column<T>[]
  /** Set: one card instead of columns. */
  card: ((row: T) => JSX.Element) | undefined
  label: string
  tracks: string
  current: boolean
  /** Undefined when nothing can be selected. */
  selected: boolean | undefined
  onOpen: (event: MouseEvent) => void
  onSelect: (extend: boolean) => void
}

/** One row of a DataList: a line of cells, or a card on a phone. */
export const DataListRow = <T,>(props: DataListRowProps<T>) => {
  const { t } = useI18n()
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.selected}
      class={classes(
        'group/row relative cursor-pointer border-b border-line',
        props.selected ? 'bg-selected' : 'hover:bg-hover',
        props.current && 'before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent',
        props.current && !props.selected && 'bg-hover',
        props.shown.gone && 'opacity-55',
        !props.card && 'grid h-row items-center gap-x-3 px-4',
      )}
      style={props.card ? undefined : { 'grid-template-columns': props.tracks }}
      onClick={(event) => props.onOpen(event)}
      onAuxClick={(event) => event.button === 1 && props.onOpen(event)}
    >
      <Show when={!props.card && props.selected !== undefined}>
        <span role="gridcell" class="flex items-center" onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            tabIndex={-1}
            class={classes(
              'tick',
              !props.selected &&
                'pointer-fine:opacity-0 pointer-fine:group-hover/row:opacity-100 focus-visible:opacity-100',
            )}
            aria-label={t('ui.selectRow', { name: props.label })}
            checked={props.selected ?? false}
            onClick={(event) => props.onSelect(event.shiftKey)}
          />
        </span>
      </Show>
      <Show
        when={props.card}
        fallback={
          <For each={props.columns}>
            {(column) => (
              <span role="gridcell" class={classes('min-w-0 truncate', column.align === 'end' && 'text-end')}>
                {column.cell(props.shown.row)}
              </span>
            )}
          </For>
        }
      >
        {(card) => (
          <div role="gridcell" class="px-4 py-3">
            {card()(props.shown.row)}
          </div>
        )}
      </Show>
    </div>
  )
}
