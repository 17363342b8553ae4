import { useInfiniteQuery as useSuspendingInfiniteQuery, useQuery as useSuspendingQuery } from '@tanstack/solid-query'

/**
 * A query that waits in its boundary for its first answer only. Solid Query suspends a part that mounted with an answer from the cache
 * at every later reading too: for an instant the boundary takes the page away, and the field that was being written in loses the focus.
 */
const steady = <Query extends object>(query: Query): Query =>
  new Proxy(query, {
    get: (target, name) => {
      const answer = name === 'data' ? answerOf(target) : undefined
      return answer === undefined ? Reflect.get(target, name) : answer
    },
  })

/** What the query's store knows, tracked; its own getter asks the resource behind it instead, which is what suspends. */
const answerOf = (query: object): unknown => Reflect.getOwnPropertyDescriptor(query, 'data')?.get?.()

const steadied = <Use>(use: Use & ((...given: never[]) => object)): Use =>
  asUse<Use>((...given: never[]) => steady(use(...given)))
/** It takes what `use` takes and answers what `use` answers; no type can say so of a function with several signatures. */
const asUse = <Use>(wrapped: unknown): Use => wrapped as Use

/** `useQuery` of Solid Query, made steady: the console reads no query without it. */
export const useQuery = steadied(useSuspendingQuery)
/** `useInfiniteQuery` of Solid Query, made steady; lists have it in `createKeysetQuery`. */
export const useInfiniteQuery = steadied(useSuspendingInfiniteQuery)
