import type { Core } from '../core/core.ts'

/** `json` = the address ended in `.json`: data about a file is wanted, not the file. */
export type RestRequest = {
  core: Core
  ids: string[]
  query: URLSearchParams
  body: string
  path: string
  json: boolean
}

/** What a route answers; `null` is 204. */
export type RestAnswer =
  | { status: 200 | 201; body: Record<string, unknown> }
  | { media: Uint8Array; type: string }
  | null

/** One route below `/Accounts/{AC}`; `*` stands for an identifier. */
export type RestRoute = { method: 'GET' | 'POST' | 'DELETE'; path: string; run: (request: RestRequest) => RestAnswer }

/** An answer about something that is there. */
export const ok = (body: Record<string, unknown>): RestAnswer => ({ status: 200, body })
/** An answer about something that was made. */
export const created = (body: Record<string, unknown>): RestAnswer => ({ status: 201, body })

/** The route for a path, with its identifiers, or null. */
export const matchRoute = (
  routes: readonly RestRoute[],
  method: string,
  path: string,
): { route: RestRoute; ids: string[] } | null => {
  const parts = path.split('/')
  for (const route of routes) {
    const pattern = route.path.split('/')
    if (route.method !== method || pattern.length !== parts.length) continue
    if (!pattern.every((want, index) => want === '*' || want === parts[index])) continue
    return { route, ids: parts.filter((_, index) => pattern[index] === '*').map(decodeURIComponent) }
  }
  return null
}
