import { createMemo, For, Show, type JSX } from 'solid-js'
import type { KeysetList } from '../../shared/create-keyset-query.ts'
import { classes } from '../classes.ts'
import { createRowCursor, revealRow } from './create-row-cursor.ts'
import { ErrorPanel } from '../feedback/ErrorPanel.tsx'
import { LoadMore } from './LoadMore.tsx'
import { RowsSkeleton } from '../feedback/Skeleton.tsx'

/**
 * Things to choose one of, which then opens beside: the rows of a list with its loading, its failure, its end and its emptiness.
 * `j k Enter` work as in every list.
 */
export const RowList = <T extends { id: string }>(props: {
  list: KeysetList<T>
  /** The id of the one that is open. */
  open: string
  onOpen: (id: string) => void
  row: (row: T) => JSX.Element
  empty: JSX.Element
}) => {
  let list: HTMLUListElement | undefined
  const cursor = createRowCursor({
    ids: createMemo(() => props.list.rows.map(({ id }) => id)),
    selected: () => undefined,
    onSelected: () => undefined,
    onOpen: (id) => props.onOpen(id),
    onPreview: undefined,
    onSearch: undefined,
    reveal: (index) => revealRow(list, index),
  })
  return (
    <Show when={!props.list.error} fallback={<ErrorPanel error={props.list.error} onRetry={props.list.retry} />}>
      <Show when={!props.list.loading} fallback={<RowsSkeleton />}>
        <Show when={props.list.rows.length > 0} fallback={props.empty}>
          <ul ref={list} class="p-2">
            <For each={props.list.rows}>
              {(row) => (
                <li>
                  <button
                    type="button"
                    aria-current={props.open === row.id ? 'true' : undefined}
                    class={classes(
                      'relative flex min-h-14 w-full flex-col justify-center gap-0.5 rounded-md px-3 py-2 text-start hover:bg-hover aria-[current=true]:bg-selected',
                      cursor.id() === row.id &&
                        'before:absolute before:inset-y-1 before:left-0 before:w-0.5 before:rounded-full before:bg-accent',
                    )}
                    onClick={() => {
                      cursor.setId(row.id)
                      props.onOpen(row.id)
                    }}
                  >
                    {props.row(row)}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <LoadMore list={props.list} />
      </Show>
    </Show>
  )
}
