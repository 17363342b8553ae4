import { Hono } from 'hono'
import type { Db } from '../../../db/db.ts'
import type { ApiEnv } from '../http.ts'
import type { Live } from '../live.ts'
import type { Metrics } from '../metrics.ts'

/** For the machines that watch: alive, ready (the database answers), and figures for Prometheus. */
export const healthRoutes = ({ db, metrics, live }: { db: Db; metrics: Metrics; live: Live }) =>
  new Hono<ApiEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      try {
        await db.q.$count(db.t.setting)
        return c.json({ status: 'ready' })
      } catch {
        return c.json({ status: 'database unreachable' }, 503)
      }
    })
    .get('/metrics', async (c) => {
      metrics.streams.set(live.listeners())
      return c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType })
    })
