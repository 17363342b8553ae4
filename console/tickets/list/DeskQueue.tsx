import ArrowUp from 'lucide-solid/icons/arrow-up'
import { useNavigate } from '@solidjs/router'
import { createEffect, createUniqueId, For, on, Show, type JSX } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import type { KeysetList } from '../../shared/create-keyset-query.ts'
import { createIsNarrow } from '../../shared/create-media-query.ts'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { classes } from '../../ui/classes.ts'
import { LoadMore } from '../../ui/lists/LoadMore.tsx'
import { ErrorPanel } from '../../ui/feedback/ErrorPanel.tsx'
import { RowsSkeleton } from '../../ui/feedback/Skeleton.tsx'
import type { DeskRows } from '../create-desk-rows.ts'

interface DeskQueueProps<T extends { id: string }> {
  label: string
  rows: DeskRows<T>
  row: (row: T) => JSX.Element
  rowLabel: (row: T) => string
  list: Pick<KeysetList<T>, 'loading' | 'error' | 'retry' | 'hasMore' | 'loadingMore' | 'moreFailed' | 'onMore'>
  /** Where a tap or Enter leads on a narrow screen; wide ones show it beside the queue. */
  ticketOf: (row: T) => string
  empty: JSX.Element
}

/** The queue of a desk: one row after the other with `j` and `k`, the current one shown beside it. */
export const DeskQueue = <T extends { id: string }>(props: DeskQueueProps<T>) => {
  const { t } = useI18n()
  const id = createUniqueId()
  let list: HTMLUListElement | undefined
  const navigate = useNavigate()
  const narrow = createIsNarrow()
  const lead = (row: T | undefined) => row && narrow() && navigate(`/tickets/${props.ticketOf(row)}`)
  /** A row that was clicked gives the focus up: Enter would be its own and not the desk's. */
  const step = (by: number) => {
    const focused = document.activeElement
    if (focused instanceof HTMLElement && list?.contains(focused)) focused.blur()
    props.rows.step(by)
  }
  createShortcuts(
    () => props.label,
    [
      { keys: 'j', label: () => t('keys.next'), run: () => step(1), repeats: true },
      { keys: 'k', label: () => t('keys.previous'), run: () => step(-1), repeats: true },
      { keys: 'enter', label: () => t('keys.open'), run: () => lead(props.rows.current()), when: narrow },
    ],
  )
  createEffect(
    on(
      () => props.rows.current()?.id,
      (current) => current && document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' }),
    ),
  )
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    props.rows.step(by)
    const current = props.rows.current()
    if (current) document.getElementById(`${id}-${current.id}`)?.focus()
  }
  return (
    <Show when={!props.list.loading} fallback={<RowsSkeleton />}>
      <Show when={props.rows.waiting() > 0}>
        <button
          type="button"
          class="sticky top-0 z-10 flex min-h-8 w-full items-center justify-center gap-1 bg-accent-fill text-sm font-medium text-on-fill hover:bg-accent-fill-hover max-sm:min-h-11"
          onClick={() => props.rows.showNew()}
        >
          <ArrowUp size={14} aria-hidden="true" />
          {t('ui.newRows', { count: props.rows.waiting() })}
        </button>
      </Show>
      <Show
        when={props.rows.shown().length > 0}
        fallback={
          <Show when={props.list.error} fallback={props.empty}>
            <ErrorPanel error={props.list.error} onRetry={props.list.retry} />
          </Show>
        }
      >
        <ul ref={list} aria-label={props.label} onKeyDown={press}>
          <For each={props.rows.shown()}>
            {(shown) => {
              const current = () => props.rows.current()?.id === shown.row.id
              return (
                <li class="border-b border-line">
                  <button
                    type="button"
                    id={`${id}-${shown.row.id}`}
                    aria-current={current() ? 'true' : undefined}
                    aria-label={props.rowLabel(shown.row)}
                    class={classes(
                      'relative block w-full px-4 py-2.5 text-left -outline-offset-2',
                      current()
                        ? 'max-sm:before:hidden sm:bg-selected before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent'
                        : 'hover:bg-hover',
                      shown.gone && 'opacity-55',
                    )}
                    onClick={(event) => {
                      // by a pointer (a key has no clicks to count): Enter is the desk's then
                      if (event.detail > 0 && !narrow()) event.currentTarget.blur()
                      props.rows.open(shown.row.id)
                      lead(shown.row)
                    }}
                  >
                    {props.row(shown.row)}
                  </button>
                </li>
              )
            }}
          </For>
        </ul>
        <LoadMore list={props.list} />
      </Show>
    </Show>
  )
}
