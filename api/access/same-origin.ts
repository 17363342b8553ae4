import { accessProblem } from './access.errors.ts'
import { createMiddleware } from 'hono/factory'
import type { Config } from '../platform/config.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Names of this machine itself: whoever tries the program out opens either, and no other site has them. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** An origin, all names of this machine being one. */
const originOf = (address: string): string | null => {
  if (!URL.canParse(address)) return null
  const { protocol, hostname, port, origin } = new URL(address)
  return loopback.has(hostname) ? `${protocol}//localhost:${port}` : origin
}

/**
 * Refuses writes that another site's page sends with our cookie: a browser says which page sends a request by `Origin`, and how that page
 * stands to the address asked by `Sec-Fetch-Site`. Only the page at `PUBLIC_URL` is ours, whatever `Host` the request names: a name
 * that was bent to our address makes another site look like the same. A request with neither header comes from no browser. Throws `auth.cross-site`.
 */
export const sameOrigin = (config: Pick<Config, 'publicUrl'>) => {
  const own = originOf(config.publicUrl)
  return createMiddleware(async (c, next) => {
    if (!safe.has(c.req.method)) {
      const site = c.req.header('sec-fetch-site')
      const origin = c.req.header('origin')
      const ours =
        (site === undefined || site === 'same-origin' || site === 'none') &&
        (origin === undefined || originOf(origin) === own)
      if (!ours) throw accessProblem('auth.cross-site')
    }
    await next()
  })
}
