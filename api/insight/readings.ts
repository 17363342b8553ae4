import type { Deps } from '../platform/deps.ts'
import type { Reading } from '../platform/figures/readings.ts'
import { openStates } from '../vocabulary/ticket.ts'
import { countQueues, countStates } from './insight.store.ts'

/** What the figures of the hotline are read from. */
interface ReadingDeps extends Pick<Deps, 'db' | 'clock'> {
  directory: { lines(): readonly { id: string; code: string }[] }
}

/** The hotline's own figures for whoever watches the program: open tickets by state, callers who wait by line. */
export const insightReadings = ({ db, clock, directory }: ReadingDeps): Reading[] => {
  const queues = async () => {
    const found = new Map((await countQueues(db)).map((row) => [row.lineId, row]))
    const byLine = directory.lines().map(({ id, code }) => ({ line: code, queue: found.get(id) }))
    return [...byLine, { line: 'none', queue: found.get(null) }]
  }
  return [
    {
      name: 'yixian_open_tickets',
      help: 'Open tickets by state',
      labels: ['state'],
      read: async () => {
        const found = new Map((await countStates(db)).map((row) => [row.state, row.count]))
        return openStates.map((state) => ({ labels: { state }, value: found.get(state) ?? 0 }))
      },
    },
    {
      name: 'yixian_calls_waiting',
      help: 'Callers who wait for an agent, by line',
      labels: ['line'],
      read: async () => (await queues()).map(({ line, queue }) => ({ labels: { line }, value: queue?.waiting ?? 0 })),
    },
    {
      name: 'yixian_calls_waiting_oldest_seconds',
      help: 'How long the first of them has been waiting, by line; 0 when nobody waits',
      labels: ['line'],
      read: async () => {
        const now = clock.now().getTime()
        return (await queues()).map(({ line, queue }) => ({
          labels: { line },
          value: queue?.oldestAt ? Math.max(0, now - queue.oldestAt.getTime()) / 1_000 : 0,
        }))
      },
    },
  ]
}
