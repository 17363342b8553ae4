import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

const hasConnection = (env: unknown): env is HttpBindings =>
  typeof env === 'object' && env !== null && 'incoming' in env && 'outgoing' in env

/** Request and answer as Node has them, with the socket they use; null for a request that came without a network (a test's). */
export const connectionOf = (c: Context): HttpBindings | null => (hasConnection(c.env) ? c.env : null)
