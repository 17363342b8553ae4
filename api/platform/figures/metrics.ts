import { monitorEventLoopDelay } from 'node:perf_hooks'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** How often the loop is looked at, ms; a stop may be found shorter than it was by at most as much. */
const lookMs = 5

const lookAtProcess = (): Registry => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const delays = monitorEventLoopDelay({ resolution: lookMs })
  delays.enable()
  const longestStop = new Gauge({
    name: 'yixian_loop_longest_stop_seconds',
    help: 'The longest time for which the event loop stood still since the last look: meanwhile no call and no text is answered',
    registers: [],
    collect() {
      // The time between two looks is what is measured: whatever is more than that was a stop.
      this.set(Math.max(0, delays.max / 1e9 - lookMs / 1000))
      delays.reset()
    },
  })
  registry.registerMetric(longestStop)
  return registry
}
let ofProcess: Registry | null = null

/**
 * The figures of the whole process, looked at once however many services run in it: memory, processor time, the event loop.
 * @internal
 */
export const processMetrics = (): Registry => (ofProcess ??= lookAtProcess())

/** A service's figures for Prometheus; each has its own, so that tests do not share any. */
export const createMetrics = () => {
  const registry = new Registry()
  processMetrics()
  return {
    registry,
    /** All figures as Prometheus reads them. */
    text: async (): Promise<string> => (await Promise.all([registry.metrics(), processMetrics().metrics()])).join('\n'),
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
