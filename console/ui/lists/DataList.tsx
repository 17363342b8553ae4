import { createVirtualizer } from '@tanstack/solid-virtual'
import { createEffect, createMemo, createSignal, createUniqueId, For, on, onCleanup, onMount, Show } from 'solid-js'
import { createIsPhone } from '../../shared/create-media-query.ts'
import { density } from '../../shared/preferences.ts'
import { createMergedRows } from './create-merged-rows.ts'
import { createRowCursor } from './create-row-cursor.ts'
import { fittingColumns, type Column } from './data-list.models.ts'
import { DataListHead } from './DataListHead.tsx'
import { DataListRow } from './DataListRow.tsx'
import { ErrorPanel } from '../feedback/ErrorPanel.tsx'
import type { ListProps } from './list.types.ts'
import { ListFoot } from './ListFoot.tsx'
import { RowsSkeleton, TableSkeleton } from '../feedback/Skeleton.tsx'

/** A list with columns, of any length. */
export interface DataListProps<T extends { id: string }> extends ListProps<T> {
  columns: readonly Column<T>[]
  /** Where a row leads, for opening it in a new tab. */
  href?: (row: T) => string
  onPreview?: (row: T) => void
  /** What `/` does: focus the search box. */
  onSearch?: () => void
  /** How many there are on the server, when it says so. */
  total?: number | undefined
}

/**
 * A long list over keyset pages: only the visible rows exist, the next page is read before the end is reached, and rows never move
 * under the pointer: what is new waits behind a bar at the top.
 */
export const DataList = <T extends { id: string }>(props: DataListProps<T>) => {
  const phone = createIsPhone()
  const listId = createUniqueId()
  const { merged, takeOver, ids, rowOf } = createMergedRows<T>({
    rows: () => props.rows,
    resetKey: () => props.resetKey,
  })
  const [width, setWidth] = createSignal(1000)
  let scroller: HTMLDivElement | undefined

  const showNew = () => {
    takeOver()
    scroller?.scrollTo({ top: 0 })
  }

  const columns = createMemo(() => fittingColumns(props.columns, width()))
  const tracks = () => [...(props.selected ? ['18px'] : []), ...columns().map((column) => column.width)].join(' ')
  const rowHeight = () => (phone() ? 96 : density() === 'compact' ? 32 : 40)
  const virtualizer = createVirtualizer<HTMLDivElement, HTMLDivElement>({
    get count() {
      return merged.shown.length
    },
    getScrollElement: () => scroller ?? null,
    estimateSize: () => rowHeight(),
    getItemKey: (index) => ids()[index] ?? index,
    overscan: 10,
  })
  createEffect(on([rowHeight, width], () => virtualizer.measure(), { defer: true }))
  createEffect(() => {
    const last = virtualizer.getVirtualItems().at(-1)
    if (last && last.index >= merged.shown.length - 10 && props.hasMore && !props.loadingMore && !props.moreFailed)
      props.onMore()
  })
  onMount(() => {
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    if (scroller) watch.observe(scroller)
    onCleanup(() => watch.disconnect())
  })

  const withRow = (act: ((row: T) => void) | undefined) => (id: string) => {
    const row = rowOf(id)
    if (row !== undefined) act?.(row)
  }
  const cursor = createRowCursor({
    ids,
    selected: () => props.selected,
    onSelected: (next) => props.onSelected?.(next),
    onOpen: withRow((row) => props.onOpen(row)),
    onPreview: props.onPreview && withRow((row) => props.onPreview?.(row)),
    onSearch: props.onSearch && (() => props.onSearch?.()),
    reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  })
  const open = (row: T, event: MouseEvent) => {
    cursor.setId(row.id)
    if (props.href && (event.button === 1 || event.metaKey || event.ctrlKey))
      globalThis.open(props.href(row), '_blank', 'noopener')
    else props.onOpen(row)
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.total === undefined ? -1 : props.total + 1}
      aria-multiselectable={props.selected !== undefined || undefined}
      aria-activedescendant={cursor.index() >= 0 ? `${listId}-${cursor.id()}` : undefined}
      aria-busy={props.loading}
      tabIndex={0}
      class="relative h-full min-h-0 overflow-auto overscroll-contain text-sm -outline-offset-2"
      onKeyDown={(event) => event.target === event.currentTarget && cursor.press(event)}
    >
      <DataListHead
        columns={columns()}
        tracks={tracks()}
        phone={phone()}
        ids={ids()}
        selected={props.selected}
        onSelected={(next) => props.onSelected?.(next)}
        waiting={merged.waiting}
        onShowNew={showNew}
      />
      <Show
        when={!props.loading}
        fallback={
          <Show
            when={phone()}
            fallback={<TableSkeleton tracks={tracks()} columns={columns().length + (props.selected ? 1 : 0)} />}
          >
            <RowsSkeleton />
          </Show>
        }
      >
        <Show
          when={merged.shown.length > 0}
          fallback={
            <div role="row">
              <div role="gridcell">
                <Show when={props.error} fallback={props.empty}>
                  <ErrorPanel error={props.error} onRetry={() => props.retry()} />
                </Show>
              </div>
            </div>
          }
        >
          <div role="rowgroup" class="relative" style={{ height: `${virtualizer.getTotalSize()}px` }}>
            <For each={virtualizer.getVirtualItems()}>
              {(item) => (
                <Show when={merged.shown[item.index]}>
                  {(shown) => (
                    <div
                      role="presentation"
                      ref={(element) => phone() && queueMicrotask(() => virtualizer.measureElement(element))}
                      data-index={item.index}
                      class="absolute inset-x-0 top-0"
                      style={{ transform: `translateY(${item.start}px)` }}
                    >
                      <DataListRow
                        id={`${listId}-${shown().row.id}`}
                        shown={shown()}
                        index={item.index}
                        columns={columns()}
                        tracks={tracks()}
                        card={phone() ? props.card : undefined}
                        label={props.rowLabel(shown().row)}
                        current={cursor.id() === shown().row.id}
                        selected={props.selected?.has(shown().row.id)}
                        onOpen={(event) => open(shown().row, event)}
                        onSelect={(extend) => cursor.select(shown().row.id, extend)}
                      />
                    </div>
                  )}
                </Show>
              )}
            </For>
          </div>
          <div role="row">
            <div role="gridcell">
              <ListFoot
                shown={merged.shown.length}
                total={props.total}
                hasMore={props.hasMore}
                loadingMore={props.loadingMore}
                moreFailed={props.moreFailed}
                onMore={props.onMore}
              />
            </div>
          </div>
        </Show>
      </Show>
    </div>
  )
}
