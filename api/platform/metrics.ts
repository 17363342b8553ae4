import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** The program's figures for Prometheus; one registry a service, so that tests do not share any. */
export const createMetrics = () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'yixian_http_request_seconds',
      help: 'Time from request to answer, by route group and status class',
      labelNames: ['group', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    refusedWebhooks: new Counter({
      name: 'yixian_webhooks_refused_total',
      help: 'Webhooks refused, by reason',
      labelNames: ['reason'],
      registers: [registry],
    }),
    refusals: new Counter({
      name: 'yixian_refusals_total',
      help: 'Refused requests, by problem code and route group; sign-ins are group /api/session',
      labelNames: ['code', 'group'],
      registers: [registry],
    }),
    effects: new Counter({
      name: 'yixian_effects_total',
      help: 'Tries of effects (texts, carrier commands), by topic and what became of them',
      labelNames: ['topic', 'outcome'],
      registers: [registry],
    }),
    carrierErrors: new Counter({
      name: 'yixian_carrier_errors_total',
      help: 'What the carrier refused or reported as failed, by kind (command, text, document) and its own code; unknown: it did not say; later: it cannot now',
      labelNames: ['kind', 'code'],
      registers: [registry],
    }),
    streams: new Gauge({ name: 'yixian_live_streams', help: 'Open live streams', registers: [registry] }),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
