import { Gauge } from 'prom-client'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Metrics } from './metrics.ts'

/** A figure that is looked up when Prometheus asks for it. Its labels come from lists of our own, never from what somebody sent. */
export interface Reading {
  name: string
  help: string
  labels: readonly string[]
  read(): Promise<{ labels: Record<string, string>; value: number }[]>
}

/** How long a figure is good, ms: whoever asks more often is told the same, for a look may cost a query. */
const goodMs = 5_000

/** Adds figures to those of the program. One that cannot be read is left out, so that an alert on its absence can tell. */
export const createReadings = ({ metrics, clock, log }: { metrics: Metrics; clock: Clock; log: Log }) => ({
  add: (readings: readonly Reading[]) => {
    for (const { name, help, labels, read } of readings) {
      let readAt = Number.NEGATIVE_INFINITY
      const gauge = new Gauge({
        name,
        help,
        labelNames: [...labels],
        registers: [metrics.registry],
        collect: async () => {
          const now = clock.now().getTime()
          if (now - readAt < goodMs) return
          readAt = now
          try {
            const rows = await read()
            gauge.reset()
            for (const row of rows) gauge.set(row.labels, row.value)
          } catch (error) {
            gauge.reset()
            log.error({ err: error, figure: name }, 'figure not read')
          }
        },
      })
    }
  },
})
