import type { JSX } from 'solid-js'

/** A column of a list. */
export interface Column<T> {
  id: string
  header: string
  /** A grid track: `120px`, `minmax(0,2fr)`. */
  width: string
  cell: (row: T) => JSX.Element
  align?: 'end'
  /** Left out when the list itself is narrower than this, px. */
  from?: number
}

/** A row as it is shown: `gone` when the list no longer holds it but it keeps its place until the reader asks for the new order. */
export interface ShownRow<T> {
  row: T
  gone: boolean
}

/** What a list shows after new rows came in. */
export interface MergedRows<T> {
  shown: ShownRow<T>[]
  /** Rows that have come and wait behind the *N new* bar. */
  waiting: number
}

/**
 * Rows never move under the pointer: known rows are updated where they stand, rows that left stay (as `gone`), rows that follow the
 * last shown one are appended (the next page), and rows that came in anywhere else wait. An empty list takes everything.
 */
export const mergeRows = <T extends { id: string }>(
  shown: readonly ShownRow<T>[],
  incoming: readonly T[],
): MergedRows<T> => {
  if (shown.length === 0) return { shown: incoming.map((row) => ({ row, gone: false })), waiting: 0 }
  const next = new Map(incoming.map((row) => [row.id, row]))
  const known = new Set(shown.map(({ row }) => row.id))
  const kept = shown.map(({ row }) => {
    const update = next.get(row.id)
    return update === undefined ? { row, gone: true } : { row: update, gone: false }
  })
  const lastKnown = incoming.findLastIndex((row) => known.has(row.id))
  const tail = incoming.slice(lastKnown + 1)
  // nothing of what is shown is left: every incoming row is news, not a next page
  const appended = lastKnown === -1 ? [] : tail
  const waiting = incoming.filter((row) => !known.has(row.id)).length - appended.length
  return { shown: [...kept, ...appended.map((row) => ({ row, gone: false }))], waiting }
}

/** The ids between two rows, both included, in the order shown; for choosing a run with Shift. */
export const idsBetween = (ids: readonly string[], from: string | undefined, to: string): string[] => {
  const start = ids.indexOf(from ?? to)
  const end = ids.indexOf(to)
  return start === -1 || end === -1 ? [to] : ids.slice(Math.min(start, end), Math.max(start, end) + 1)
}

/** The columns that fit into the width. */
export const fittingColumns = <T>(columns: readonly Column<T>[], width: number): Column<T>[] =>
  columns.filter((column) => (column.from ?? 0) <= width)
