import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { createIsNarrow } from '../../shared/create-media-query.ts'
import { nextRow } from '../../shared/next-row.ts'

/**
 * The row that is open beside its list: the chosen one, else, where there is room for it, the first one of the list as it came. That one is
 * held by its id, so that nothing which comes in above takes its place; what was closed stays closed until another list is shown.
 */
export const createOpenRow = <T extends { id: string }>(options: {
  /** Chosen by a person, and in the address; blank: none is. */
  chosen: Accessor<string>
  choose: (id: string) => void
  rows: Accessor<readonly T[]>
  loading: Accessor<boolean>
  /** Which list it is. */
  resetKey: Accessor<string>
}) => {
  const narrow = createIsNarrow()
  const [first, setFirst] = createSignal<string>()
  const [settled, setSettled] = createSignal(false)
  createEffect(
    on(
      createMemo(options.resetKey),
      () => {
        setFirst(undefined)
        setSettled(false)
      },
      { defer: true },
    ),
  )
  createEffect(() => {
    if (settled() || options.loading() || narrow()) return
    const row = options.rows()[0]
    if (!row) return
    setSettled(true)
    setFirst(row.id)
  })
  const open = createMemo(() => options.chosen() || (narrow() ? undefined : first()))
  const close = () => {
    setFirst(undefined)
    setSettled(true)
    options.choose('')
  }
  return {
    open,
    close,
    /** The one that was open is done: the one below it opens (above, at the end); answers whether there was one. */
    next: (doneId: string): boolean => {
      const row = open() === doneId ? nextRow(options.rows(), doneId) : undefined
      if (row) options.choose(row.id)
      return row !== undefined
    },
  }
}
