import { createVirtualizer } from '@tanstack/solid-virtual'
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  onMount,
  Show,
  type JSX,
} from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { createIsPhone } from '../shared/create-media-query.ts'
import { density } from '../shared/preferences.ts'
import { createRowCursor } from './create-row-cursor.ts'
import { fittingColumns, mergeRows, type Column, type MergedRows } from './data-list.models.ts'
import { DataListHead } from './DataListHead.tsx'
import { DataListRow } from './DataListRow.tsx'
import { ErrorPanel } from './ErrorPanel.tsx'
import { ListFoot } from './ListFoot.tsx'
import { RowsSkeleton, TableSkeleton } from './Skeleton.tsx'

export interface DataListProps<T extends { id: string }> {
  /** The accessible name of the list. */
  label: string
  /** All rows of the pages read so far, in the server's order. */
  rows: readonly T[]
  columns: readonly Column<T>[]
  /** How a row looks on a phone. */
  card: (row: T) => JSX.Element
  /** What a row is called aloud. */
  rowLabel: (row: T) => string
  onOpen: (row: T) => void
  /** Where a row leads, for opening it in a new tab. */
  href?: (row: T) => string
  onPreview?: (row: T) => void
  /** What `/` does: focus the search box. */
  onSearch?: () => void
  /** Given: rows can be selected. */
  selected?: ReadonlySet<string>
  onSelected?: (ids: ReadonlySet<string>) => void
  /** Nothing was read yet. */
  loading: boolean
  hasMore: boolean
  loadingMore: boolean
  /** The next page did not come; it is asked for again by hand. */
  moreFailed: boolean
  onMore: () => void
  /** Why nothing came at all; shown in the place of the rows. */
  error: unknown
  retry: () => void
  /** How many there are on the server, when it says so. */
  total?: number | undefined
  /** Changes when another list is meant (filters, sort): the rows are then taken over as they come. */
  resetKey: string
  empty: JSX.Element
}

/**
 * A long list over keyset pages: only the visible rows exist, the next page is read before the end is reached, and rows never move
 * under the pointer: what is new waits behind a bar at the top.
 */
export const DataList = <T extends { id: string }>(props: DataListProps<T>) => {
  const phone = createIsPhone()
  const listId = createUniqueId()
  const [merged, setMerged] = createStore<MergedRows<T>>({ shown: [], waiting: 0 })
  const [width, setWidth] = createSignal(1000)
  let scroller: HTMLDivElement | undefined

  const takeOver = () => setMerged(reconcile(mergeRows<T>([], props.rows), { key: null }))
  createEffect(on(() => props.resetKey, takeOver, { defer: true }))
  createEffect(() => {
    const rows = props.rows
    setMerged((before) => mergeRows(before.shown, rows))
  })
  const showNew = () => {
    takeOver()
    scroller?.scrollTo({ top: 0 })
  }

  const ids = createMemo(() => merged.shown.map(({ row }) => row.id))
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

  const rowOf = (id: string): T | undefined => merged.shown.find(({ row }) => row.id === id)?.row
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
