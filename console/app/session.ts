import { useQuery, useQueryClient, type QueryClient } from '@tanstack/solid-query'
import { createContext, useContext } from 'solid-js'
import type { Role } from '../../api/directory/directory.types.ts'
import { json, setCsrfToken } from '../shared/http.ts'
import { Problem } from '../shared/problem.ts'

/** Who is signed in, as `GET /api/session` says it. */
export interface SessionDto {
  staff: {
    id: string
    username: string
    name: string
    roles: Role[]
    unitId: string | null
    unitName: string | null
    unitLevel: string | null
    locale: string | null
  }
  csrf?: string
  /** The data is the sample city's. */
  sample: boolean
  permissions: string[]
}

export const sessionKey = ['session'] as const

const readSession = async (): Promise<SessionDto | null> => {
  try {
    return keep(await json<SessionDto>('GET', '/api/session'))
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 401) return null
    throw thrown
  }
}
const keep = (session: SessionDto): SessionDto => {
  setCsrfToken(session.csrf)
  return session
}

/** The session as the server knows it; null when nobody is signed in. */
export const createSessionQuery = () => useQuery(() => ({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000 }))

/** The server no longer knows us: the gate shows the sign-in page, the address brings one back. */
export const forgetSession = (queries: QueryClient): void => {
  setCsrfToken(undefined)
  queries.setQueryData(sessionKey, null)
}

export const createSignIn = () => {
  const queries = useQueryClient()
  return async (username: string, password: string): Promise<SessionDto> => {
    const answer = await json<Partial<SessionDto> | undefined>('POST', '/api/session', { username, password })
    const session = isSession(answer) ? keep(answer) : keep(await json<SessionDto>('GET', '/api/session'))
    queries.setQueryData(sessionKey, session)
    return session
  }
}
export const createSignOut = () => {
  const queries = useQueryClient()
  return async (): Promise<void> => {
    await json('DELETE', '/api/session')
    setCsrfToken(undefined)
    queries.clear()
    queries.setQueryData(sessionKey, null)
  }
}
const isSession = (answer: Partial<SessionDto> | undefined): answer is SessionDto => answer?.staff !== undefined && answer.permissions !== undefined

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
  return (permission: string): boolean => session().permissions.includes(permission)
}
/** True when no roles are named or the person holds one of them; an admin may open every page. */
export const mayOpen = (held: readonly Role[], roles: readonly Role[] | undefined): boolean =>
  roles === undefined || held.includes('admin') || roles.some((role) => held.includes(role))
