import { accessProblem } from './access.errors.ts'
import { createMiddleware } from 'hono/factory'
import type { Config } from '../platform/config.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

const originHost = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/**
 * Refuses writes that another site's page sends with our cookie: a browser says where a request comes from by `Sec-Fetch-Site`,
 * an older one by `Origin`. A request with neither comes from no browser. Throws `auth.cross-site`.
 */
export const sameOrigin = (config: Pick<Config, 'publicUrl'>) => {
  const publicHost = new URL(config.publicUrl).host
  return createMiddleware(async (c, next) => {
    if (!safe.has(c.req.method)) {
      const site = c.req.header('sec-fetch-site')
      const origin = c.req.header('origin')
      const ours =
        site !== undefined
          ? site === 'same-origin' || site === 'none'
          : origin === undefined ||
            [publicHost, c.req.header('host') ?? new URL(c.req.url).host].includes(originHost(origin) ?? '')
      if (!ours) throw accessProblem('auth.cross-site')
    }
    await next()
  })
}
