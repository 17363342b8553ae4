import ArrowUp from 'lucide-solid/icons/arrow-up'
import { createEffect, For, on, onCleanup, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../classes.ts'
import { createMergedRows } from './create-merged-rows.ts'
import { createRowCursor, revealRow } from './create-row-cursor.ts'
import { ErrorPanel } from '../feedback/ErrorPanel.tsx'
import type { ListProps } from './list.types.ts'
import { ListFoot } from './ListFoot.tsx'
import { RowsSkeleton } from '../feedback/Skeleton.tsx'

/** A list whose rows open beside it. */
export interface CardListProps<T extends { id: string }> extends ListProps<T> {
  /** The one that is open beside the list. */
  openId: string | undefined
}

/**
 * A column of cards beside what is open: for desks, where dozens matter and thousands do not. Its rows and keys are DataList's; it is a
 * list of buttons as high as their words, where DataList is a grid of columns which draws only the rows in view.
 */
export const CardList = <T extends { id: string }>(props: CardListProps<T>) => {
  const { t } = useI18n()
  const { merged, takeOver, ids, rowOf } = createMergedRows<T>({
    rows: () => props.rows,
    resetKey: () => props.resetKey,
  })
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
    reveal: (index) => revealRow(list, index),
  })
  // Wherever it was opened from, the keys go on from there.
  createEffect(
    on(
      () => props.openId,
      (open) => open !== undefined && cursor.setId(open),
    ),
  )
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
