import { MutationCache, QueryCache, QueryClient } from '@tanstack/solid-query'
import { Problem } from '../shared/problem.ts'
import { forgetSession, sessionKey } from './session.ts'

/** May the same request succeed by itself? Not one that was refused, and not one that was waited for in full: that is told at once. */
const mayPass = (error: unknown) =>
  !(error instanceof Problem && (error.code === 'network.slow' || (error.status >= 400 && error.status < 500)))

/**
 * The one cache of server data. Lists are reconciled by `id`, so a reload keeps rows, focus and open menus. The first load of
 * a query throws into the nearest AsyncBoundary; a failed refresh keeps what is shown. 401 anywhere ends the session.
 */
export const createQueryClient = (): QueryClient => {
  const onError = (error: unknown, key?: unknown) => {
    if (error instanceof Problem && error.status === 401 && key !== sessionKey[0]) forgetSession(client)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => onError(error, query.queryKey[0]) }),
    mutationCache: new MutationCache({ onError: (error) => onError(error) }),
    defaultOptions: {
      queries: {
        reconcile: 'id',
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && mayPass(error),
        throwOnError: (_error, query) => query.state.data === undefined,
      },
    },
  })
  return client
}
