import { queryOptions } from '@tanstack/solid-query'
import { readOwnSessions, readSecondFactor } from './account.api.ts'

/** Where one is signed in. */
export const ownSessionsQuery = () =>
  queryOptions({ queryKey: ['account', 'list', 'sessions'], queryFn: ({ signal }) => readOwnSessions(signal) })

/** State of one's second factor. */
export const secondFactorQuery = () =>
  queryOptions({ queryKey: ['account', 'summary', 'secondFactor'], queryFn: ({ signal }) => readSecondFactor(signal) })
