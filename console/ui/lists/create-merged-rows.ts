import { createEffect, createMemo, on, type Accessor } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { mergeRows, type MergedRows } from './data-list.models.ts'

/**
 * The rows of a list as they are shown: they never move under the pointer, and what is new waits until it is taken over. `resetKey`:
 * changes when another list is meant. `left`: ids that leave at once, because the reader sent them away.
 */
export const createMergedRows = <T extends { id: string }>(options: {
  rows: Accessor<readonly T[]>
  resetKey: Accessor<string>
  left?: Accessor<ReadonlySet<string>>
}) => {
  const [merged, setMerged] = createStore<MergedRows<T>>({ shown: [], waiting: 0 })
  const takeOver = () => setMerged(reconcile(mergeRows<T>([], options.rows()), { key: null }))
  createEffect(on(options.resetKey, takeOver, { defer: true }))
  createEffect(() => {
    const rows = options.rows()
    const left = options.left?.()
    setMerged((before) => mergeRows(left ? before.shown.filter(({ row }) => !left.has(row.id)) : before.shown, rows))
  })
  return {
    merged,
    takeOver,
    ids: createMemo(() => merged.shown.map(({ row }) => row.id)),
    rowOf: (id: string): T | undefined => merged.shown.find(({ row }) => row.id === id)?.row,
  }
}
