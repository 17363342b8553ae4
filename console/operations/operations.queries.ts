import { queryOptions } from '@tanstack/solid-query'
import { readHealth, readHeld, readRetention, readStrays } from './operations.api.ts'

/** How things stand, looked at again every 15 s: disk and database change without an event. */
export const healthQuery = () =>
  queryOptions({
    queryKey: ['operations', 'health'],
    queryFn: ({ signal }) => readHealth(signal),
    refetchInterval: 15_000,
    throwOnError: false,
  })

/** What is held after a restore. */
export const heldQuery = () =>
  queryOptions({ queryKey: ['operations', 'held'], queryFn: ({ signal }) => readHeld(signal), throwOnError: false })

/** Texts to unknown numbers, for `createKeysetQuery`. */
export const straysList = () => ({ key: ['operations', 'strays'], read: readStrays })

/** How long data is kept. */
export const retentionQuery = () =>
  queryOptions({
    queryKey: ['operations', 'retention'],
    queryFn: ({ signal }) => readRetention(signal),
    throwOnError: false,
  })
