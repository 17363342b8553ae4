import { useQueryClient, type QueryClient } from '@tanstack/solid-query'
import { createContext, useContext } from 'solid-js'
import type { SessionDto } from '../../api/access/access.dto.ts'
import type { Permission } from '../../api/vocabulary/permissions.ts'
import { json } from '../shared/http.ts'
import { Problem } from '../shared/problem.ts'
import { useQuery } from '../shared/use-query.ts'

export const sessionKey = ['session'] as const

const readSession = async (): Promise<SessionDto | null> => {
  try {
    return await json<SessionDto>('GET', '/api/session')
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 401) return null
    throw thrown
  }
}

/** The session as the server knows it; null when nobody is signed in. */
export const createSessionQuery = () =>
  useQuery(() => ({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000 }))

/** Nobody is signed in any more: the gate shows the sign-in page, and what was read for the last person is dropped. */
export const forgetSession = (queries: QueryClient): void => {
  queries.setQueryData(sessionKey, null)
  // not `clear()`: the gate goes on watching this very query
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] })
}

/** Opens a session; the problem is thrown. */
export const createSignIn = () => {
  const queries = useQueryClient()
  return {
    /** Name and password; answers whether a code is asked for beside them. */
    password: async (username: string, password: string): Promise<'open' | 'code'> => {
      const answer = await json<SessionDto | { secondFactor: true }>('POST', '/api/session', { username, password })
      if ('secondFactor' in answer) return 'code'
      queries.setQueryData(sessionKey, answer)
      return 'open'
    },
    /** The code of the app, or a recovery code. */
    code: async (code: string, recovery: boolean): Promise<void> => {
      queries.setQueryData(sessionKey, await json<SessionDto>('POST', '/api/session/code', { code, recovery }))
    },
  }
}

/** Ends the session and loads the console anew, so that nothing of the last person stays in memory or in the tab. */
export const signOut = async (): Promise<void> => {
  await json('DELETE', '/api/session')
  leave()
}

/** The session has ended: loads the console anew at its door. */
export const leave = (): void => {
  sessionStorage.clear()
  location.assign('/sign-in')
}

export const SessionContext = createContext<() => SessionDto>()

/** The signed-in person: `const session = useSession()`, then `session().staff.name`. */
export const useSession = (): (() => SessionDto) => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is called outside the sign-in gate')
  return session
}
/** `can('ticket.dispatch')`: for showing a way in; the server decides anyhow. */
export const createCan = () => {
  const session = useSession()
  return (permission: Permission): boolean => session().permissions.includes(permission)
}
/** May the person open a page? Yes when it asks for nothing, or for a permission that the session lists. */
export const mayOpen = (session: SessionDto, page: { permission?: Permission }): boolean =>
  page.permission === undefined || session.permissions.includes(page.permission)
