import { createMiddleware } from 'hono/factory'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'

const words =
  'X-Forwarded-For arrives, but TRUST_PROXY is 0: behind a proxy all sign-ins seem to come from one address and share its limit. Set TRUST_PROXY to the number of proxies of your own.'

/**
 * Notices that a proxy stands before the server and was not told of: the log says so once, and `notes` from then on. Anybody may send the
 * header, so nothing is decided by it.
 */
export const createProxyWatch = ({ config, log }: { config: Pick<Config, 'trustProxy'>; log: Log }) => {
  let seen = false
  return {
    watch: createMiddleware(async (c, next) => {
      if (!seen && config.trustProxy === 0 && c.req.header('x-forwarded-for') !== undefined) {
        seen = true
        log.warn(words)
      }
      await next()
    }),
    /** What whoever runs the server should set right. */
    notes: (): string[] => (seen ? [words] : []),
  }
}
export type ProxyWatch = ReturnType<typeof createProxyWatch>
