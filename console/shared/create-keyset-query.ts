import { createMemo, type Accessor } from 'solid-js'
import { known } from './known.ts'
import { useInfiniteQuery } from './use-query.ts'

/** One page as the server sends it; `next` is the key of the following page. */
export interface KeysetPage<T> {
  items: T[]
  next: string | null
  total?: number | undefined
  /** What the server says of a search beside its rows. */
  search?: { bounded: boolean; building: boolean } | undefined
}

/**
 * The pages of a list as one run of rows, ready to be spread into `<DataList {...list} />`. It never throws into a boundary: a list
 * shows its own failure in its own place, and what was read stays when a later reading fails.
 */
export const createKeysetQuery = <T extends { id: string }>(
  options: Accessor<{
    key: readonly unknown[]
    read: (after: string | undefined, signal: AbortSignal) => Promise<KeysetPage<T>>
    enabled?: boolean
  }>,
) => {
  const query = useInfiniteQuery(() => ({
    queryKey: options().key,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      options().read(pageParam, signal),
    initialPageParam: asPageParam(undefined),
    getNextPageParam: (page: KeysetPage<T>) => page.next ?? undefined,
    enabled: options().enabled ?? true,
    throwOnError: false,
  }))
  const pages = () => known(query)?.pages ?? []
  const rows = createMemo(() => pages().flatMap((page) => page.items))
  return {
    get rows() {
      return rows()
    },
    get loading() {
      return query.isPending
    },
    get hasMore() {
      return query.hasNextPage
    },
    get loadingMore() {
      return query.isFetchingNextPage
    },
    get total() {
      return pages()[0]?.total
    },
    /** What the server said of the search, with the page that was read last. */
    get told() {
      return pages().at(-1)?.search
    },
    get resetKey() {
      return JSON.stringify(options().key)
    },
    /** The next page did not come; it is not asked for again by itself. */
    get moreFailed() {
      return query.isFetchNextPageError
    },
    /** Set when the first page did not come. */
    get error() {
      return query.isLoadingError ? query.error : undefined
    },
    onMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  }
}

export type KeysetList<T extends { id: string }> = ReturnType<typeof createKeysetQuery<T>>

/** The first page has no key; the annotation keeps the inferred parameter from narrowing to `undefined`. */
const asPageParam = (first: string | undefined): string | undefined => first
