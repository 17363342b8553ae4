import { useInfiniteQuery } from '@tanstack/solid-query'
import { createMemo, type Accessor } from 'solid-js'

/** One page as the server sends it; `next` is the key of the following page. */
export interface KeysetPage<T> {
  items: T[]
  next: string | null
  total?: number | undefined
}

/** The pages of a list as one run of rows, ready to be spread into `<DataList {...list} />`. */
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
  }))
  const pages = () => (query.isSuccess ? query.data.pages : [])
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
    get resetKey() {
      return JSON.stringify(options().key)
    },
    /** Set when the first page did not come; show an ErrorPanel instead of the list. */
    get error() {
      return query.isError && !query.data ? query.error : undefined
    },
    onMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  }
}

/** The first page has no key; the annotation keeps the inferred parameter from narrowing to `undefined`. */
const asPageParam = (first: string | undefined): string | undefined => first
