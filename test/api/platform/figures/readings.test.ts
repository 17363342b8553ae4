import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../../api/platform/clock.ts'
import { createLog } from '../../../../api/platform/log.ts'
import { createMetrics } from '../../../../api/platform/figures/metrics.ts'
import { createReadings } from '../../../../api/platform/figures/readings.ts'

const set = () => {
  const clock = virtualClock(new Date('2026-06-01T02:00:00Z'))
  const metrics = createMetrics()
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  return { clock, metrics, lines, ...createReadings({ metrics, clock, log }) }
}

describe('a figure that is looked up', () => {
  it('is looked up once in five seconds, however often it is asked for, and forgets what is no longer there', async () => {
    const { clock, metrics, add } = set()
    let looks = 0
    add([
      {
        name: 'waiting',
        help: 'x',
        labels: ['at'],
        read: async () => [{ labels: { at: looks === 0 ? 'first' : 'later' }, value: ++looks }],
      },
    ])
    for (let at = 0; at < 3; at++)
      expect(await metrics.registry.getSingleMetricAsString('waiting')).toContain('waiting{at="first"} 1')
    clock.advance(5_000)
    const later = await metrics.registry.getSingleMetricAsString('waiting')
    expect(later).toContain('waiting{at="later"} 2')
    expect(later).not.toContain('first')
  })

  it('that cannot be read is absent, the others stand, and the log says why', async () => {
    const { metrics, lines, add } = set()
    add([
      { name: 'lost', help: 'x', labels: ['at'], read: () => Promise.reject(new Error('no database')) },
      { name: 'kept', help: 'x', labels: [], read: async () => [{ labels: {}, value: 7 }] },
    ])
    const text = await metrics.registry.metrics()
    expect(text).toContain('\nkept 7\n')
    expect(text).not.toMatch(/^lost\b.*\d$/m)
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ msg: 'figure not read', figure: 'lost' }])
  })
})
