/** The part of a query that tells what it knows. */
interface Asked<T> {
  readonly isPending: boolean
  readonly isLoadingError: boolean
  readonly data: T | undefined
}

/**
 * What a query knows, for parts that neither wait for it nor fall with it: undefined until its first answer; the last answer stays
 * when a later reading fails (`isSuccess` would drop it). Outside a boundary read queries by this, never by `.data`, which suspends.
 */
export const known = <T>(query: Asked<T>): T | undefined =>
  query.isPending || query.isLoadingError ? undefined : query.data

/** A list that comes whole with one query, ready to be spread into `<DataList {...asList(query, key)} />`. */
export const asList = <T extends { id: string }>(
  query: Asked<readonly T[]> & {
    readonly error: unknown
    readonly isPlaceholderData: boolean
    refetch: () => unknown
  },
  question: () => unknown,
) => ({
  get rows() {
    return known(query) ?? []
  },
  get loading() {
    return query.isPending
  },
  get error() {
    return query.isLoadingError ? query.error : undefined
  },
  /** The list is another one only once its own rows are there: those of the question before would stay in it as rows that have gone. */
  get resetKey() {
    return JSON.stringify([question(), query.isPlaceholderData])
  },
  hasMore: false,
  loadingMore: false,
  moreFailed: false,
  onMore: () => {},
  retry: () => void query.refetch(),
})

/** How far the options of a box are, ready to be spread into `<Combobox {...asOptions(query)} />`. */
export const asOptions = (query: Asked<unknown> & { refetch: () => unknown }) => ({
  get loading() {
    return query.isPending
  },
  get failed() {
    return query.isLoadingError
  },
  onRetry: () => void query.refetch(),
})
