import { Hono } from 'hono'
import type { ApiEnv } from '../http.ts'
import type { Live } from '../live/live.ts'
import type { Metrics } from '../figures/metrics.ts'
import type { ProxyWatch } from './proxy-watch.ts'

/** What the machines that watch are told from. */
interface HealthDeps {
  metrics: Metrics
  live: Live
  proxy: ProxyWatch
  operations: {
    /** Whether the database commits, by a proof that is not repeated within a second. */
    prove(): Promise<{ ok: boolean; readable: boolean }>
  }
}

/** For the machines that watch: alive, ready (the database commits) with notes of what should be set right, and figures for Prometheus. */
export const healthRoutes = ({ metrics, live, proxy, operations }: HealthDeps) =>
  new Hono<ApiEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const { ok, readable } = await operations.prove()
      if (ok) return c.json({ status: 'ready', notes: proxy.notes() })
      return c.json({ status: readable ? 'database cannot be written' : 'database unreachable' }, 503)
    })
    .get('/metrics', async (c) => {
      metrics.streams.set(live.listeners())
      return c.body(await metrics.text(), 200, { 'content-type': metrics.registry.contentType })
    })
