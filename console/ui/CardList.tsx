import ArrowUp from 'lucide-solid/icons/arrow-up'
import { createEffect, createMemo, For, on, onCleanup, Show, type JSX } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { useI18n } from '../i18n/i18n.tsx'
import { classes } from './classes.ts'
import { createRowCursor } from './create-row-cursor.ts'
import { mergeRows, type MergedRows } from './data-list.models.ts'
import { ErrorPanel } from './ErrorPanel.tsx'
import { ListFoot } from './ListFoot.tsx'
import { RowsSkeleton } from './Skeleton.tsx'

export interface CardListProps<T extends { id: string }> {
  label: string
  rows: readonly T[]
  card: (row: T) => JSX.Element
  rowLabel: (row: T) => string
  onOpen: (row: T) => void
  /** The one that is open beside the list. */
  openId: string | undefined
  /** Given: rows can be selected. */
  selected?: ReadonlySet<string> | undefined
  onSelected?: (ids: ReadonlySet<string>) => void
  loading: boolean
  hasMore: boolean
  loadingMore: boolean
  /** The next page did not come; it is asked for again by hand. */
  moreFailed: boolean
  onMore: () => void
  /** Why nothing came at all; shown in the place of the cards. */
  error: unknown
  retry: () => void
  resetKey: string
  empty: JSX.Element
}

/**
 * A column of cards beside what is open: for desks, where dozens matter and thousands do not. Like DataList, rows never move under the
 * pointer, and `j k x Enter` work.
 */
export const CardList = <T extends { id: string }>(props: CardListProps<T>) => {
  const { t } = useI18n()
  const [merged, setMerged] = createStore<MergedRows<T>>({ shown: [], waiting: 0 })
  const takeOver = () => setMerged(reconcile(mergeRows<T>([], props.rows), { key: null }))
  createEffect(on(() => props.resetKey, takeOver, { defer: true }))
  createEffect(() => {
    const rows = props.rows
    setMerged((before) => mergeRows(before.shown, rows))
  })
  const ids = createMemo(() => merged.shown.map(({ row }) => row.id))
  const rowOf = (id: string) => merged.shown.find(({ row }) => row.id === id)?.row
  let list: HTMLUListElement | undefined
  const cursor = createRowCursor({
    ids,
    selected: () => props.selected,
    onSelected: (next) => props.onSelected?.(next),
    onOpen: (id) => {
      const row = rowOf(id)
      if (row !== undefined) props.onOpen(row)
    },
    onPreview: undefined,
    onSearch: undefined,
    reveal: (index) => list?.children[index]?.scrollIntoView({ block: 'nearest' }),
  })
  const watchEnd = (end: HTMLDivElement) => {
    const watch = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting) && props.hasMore && !props.loadingMore && !props.moreFailed)
        props.onMore()
    })
    watch.observe(end)
    onCleanup(() => watch.disconnect())
  }

  return (
    <Show when={!props.loading} fallback={<RowsSkeleton />}>
      <Show when={merged.waiting > 0}>
        <button
          type="button"
          class="sticky top-0 z-10 flex min-h-8 w-full items-center justify-center gap-1 border-b border-line bg-accent-soft text-sm font-medium text-accent"
          onClick={takeOver}
        >
          <ArrowUp size={14} aria-hidden="true" />
          {t('ui.newRows', { count: merged.waiting })}
        </button>
      </Show>
      <Show
        when={merged.shown.length > 0}
        fallback={
          <Show when={props.error} fallback={props.empty}>
            <ErrorPanel error={props.error} onRetry={() => props.retry()} />
          </Show>
        }
      >
        <ul ref={list} aria-label={props.label}>
          <For each={merged.shown}>
            {(shown) => (
              <li
                class={classes(
                  'relative flex border-b border-line',
                  props.openId === shown.row.id ? 'bg-selected' : 'hover:bg-hover',
                  (cursor.id() === shown.row.id || props.openId === shown.row.id) &&
                    'before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent',
                  shown.gone && 'opacity-55',
                )}
              >
                <Show when={props.selected}>
                  {(selected) => (
                    <label class="flex items-start py-3.5 pl-4">
                      <input
                        type="checkbox"
                        class="tick"
                        aria-label={t('ui.selectRow', { name: props.rowLabel(shown.row) })}
                        checked={selected().has(shown.row.id)}
                        onClick={(event) => cursor.select(shown.row.id, event.shiftKey)}
                      />
                    </label>
                  )}
                </Show>
                <button
                  type="button"
                  aria-current={props.openId === shown.row.id || undefined}
                  class="min-w-0 flex-1 px-4 py-3 text-start -outline-offset-2"
                  onClick={() => {
                    cursor.setId(shown.row.id)
                    props.onOpen(shown.row)
                  }}
                >
                  {props.card(shown.row)}
                </button>
              </li>
            )}
          </For>
        </ul>
        <div ref={watchEnd}>
          <ListFoot
            shown={merged.shown.length}
            hasMore={props.hasMore}
            loadingMore={props.loadingMore}
            moreFailed={props.moreFailed}
            onMore={props.onMore}
          />
        </div>
      </Show>
    </Show>
  )
}
