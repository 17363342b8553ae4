import type { Context, Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { ApiEnv } from '../http.ts'

/** What is counted of addresses that the program has no route for. */
const strange = 'other'

const groupOf = (path: string) =>
  `/${path
    .split('/', 3)
    .slice(1, path.startsWith('/api/') ? 3 : 2)
    .join('/')}`

/**
 * The group of an address, for figures: the first part of its path, of the API the first two. Only what the program's own routes begin with
 * is a group, everything else is `other`: an address is the asker's choice, and may be a telephone number.
 */
export const routeGroups = (app: Hono<ApiEnv>) => {
  let known: ReadonlySet<string> | null = null
  return (path: string): string => {
    // Routes are mounted after the frame is made, and before the first request.
    known ??= new Set(app.routes.map((route) => groupOf(route.path)).filter((group) => !/[*:]/.test(group)))
    const group = groupOf(path)
    return known.has(group) ? group : strange
  }
}

/** The pattern of the route that a request met, for the log: never what stands in its place, which may be a number. `other` where it met none. */
export const routeOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ method, path }) => method !== 'ALL' && !path.includes('*'))?.path ?? strange
