import { Hono } from 'hono'
import type { Db } from '../../../db/db.ts'
import type { ApiEnv } from '../http.ts'
import type { Live } from '../live/live.ts'
import type { Metrics } from '../metrics.ts'
import type { ProxyWatch } from './proxy-watch.ts'

/** What the machines that watch are told from. */
interface HealthDeps {
  db: Db
  metrics: Metrics
  live: Live
  proxy: ProxyWatch
}

/** For the machines that watch: alive, ready (the database answers) with notes of what should be set right, and figures for Prometheus. */
export const healthRoutes = ({ db, metrics, live, proxy }: HealthDeps) =>
  new Hono<ApiEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      try {
        await db.q.$count(db.t.setting)
        return c.json({ status: 'ready', notes: proxy.notes() })
      } catch {
        return c.json({ status: 'database unreachable' }, 503)
      }
    })
    .get('/metrics', async (c) => {
      metrics.streams.set(live.listeners())
      return c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType })
    })
