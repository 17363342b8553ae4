import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { nextRow } from '../shared/next-row.ts'
import { createMergedRows } from '../ui/lists/create-merged-rows.ts'

/**
 * The rows of a desk and the one that is worked on. Rows never move under the pointer: what comes in elsewhere than at the end waits
 * behind *N new*, what others took stays dimmed; only what was done here leaves at once, and the next one opens by itself.
 */
export const createDeskRows = <T extends { id: string }>(options: {
  rows: Accessor<readonly T[]>
  resetKey: Accessor<string>
}) => {
  const [done, setDone] = createSignal<ReadonlySet<string>>(new Set())
  const [currentId, setCurrentId] = createSignal<string>()
  const fresh = createMemo(() => options.rows().filter(({ id }) => !done().has(id)))
  const { merged, takeOver } = createMergedRows<T>({ rows: fresh, resetKey: options.resetKey, left: done })
  // A row that comes back (an answer sent back and given again) is work again.
  createEffect(
    on(options.rows, (rows) => {
      const here = new Set(rows.map(({ id }) => id))
      setDone((ids) => ([...ids].every((id) => here.has(id)) ? ids : new Set([...ids].filter((id) => here.has(id)))))
    }),
  )
  const [wanted, setWanted] = createSignal<string>()
  createEffect(() => {
    const id = wanted()
    if (id === undefined || !fresh().some((row) => row.id === id)) return
    setWanted(undefined)
    takeOver()
    setCurrentId(id)
  })
  const index = createMemo(() => merged.shown.findIndex(({ row }) => row.id === currentId()))
  const current = createMemo(() => merged.shown[index()]?.row ?? merged.shown[0]?.row)
  // The first one is held by its id, so that a row which comes in above it does not take its place.
  createEffect(() => {
    const first = merged.shown[0]?.row.id
    if (currentId() === undefined && first !== undefined) setCurrentId(first)
  })
  const step = (by: number) => {
    const from = Math.max(
      0,
      merged.shown.findIndex(({ row }) => row.id === current()?.id),
    )
    setCurrentId(merged.shown[Math.min(Math.max(0, from + by), merged.shown.length - 1)]?.row.id)
  }
  return {
    shown: () => merged.shown,
    waiting: () => merged.waiting,
    showNew: takeOver,
    current,
    open: setCurrentId,
    step,
    /** It is work again (what was done was taken back): shown and opened as soon as the list has it. */
    bringBack: (id: string) => {
      setDone((ids) => new Set([...ids].filter((other) => other !== id)))
      setWanted(id)
    },
    /** Done here: it leaves, and the one below it (or above, at the end) is next. */
    finish: (id: string) => {
      const rows = merged.shown.map(({ row }) => row)
      if (current()?.id === id) setCurrentId(nextRow(rows, id)?.id)
      setDone((ids) => new Set([...ids, id]))
    },
  }
}
export type DeskRows<T extends { id: string }> = ReturnType<typeof createDeskRows<T>>
