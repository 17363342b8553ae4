import type { JSX } from 'solid-js'

/** What every list over keyset pages is given; `{...list}` of a keyset query fills in most of it. */
export interface ListProps<T extends { id: string }> {
  /** The accessible name of the list. */
  label: string
  /** All rows of the pages read so far, in the server's order. */
  rows: readonly T[]
  /** A row as a card; a DataList shows it so on a phone. */
  card: (row: T) => JSX.Element
  /** What a row is called aloud. */
  rowLabel: (row: T) => string
  onOpen: (row: T) => void
  /** Given: rows can be selected. */
  selected?: ReadonlySet<string> | undefined
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
  /** Changes when another list is meant (filters, sort): the rows are then taken over as they come. */
  resetKey: string
  empty: JSX.Element
}
