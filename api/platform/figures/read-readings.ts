import type { Db } from '../../../db/db.ts'
import type { Reading } from './readings.ts'

/** How much is read beside the event loop, for Prometheus. */
export const readReadings = (db: Pick<Db, 'load'>): Reading[] => [
  {
    name: 'yixian_reads',
    help: 'Lists and reports that are read beside the event loop, by class and whether they run or wait',
    labels: ['class', 'state'],
    read: async () =>
      db.load().flatMap(({ class: name, running, waiting }) => [
        { labels: { class: name, state: 'running' }, value: running },
        { labels: { class: name, state: 'waiting' }, value: waiting },
      ]),
  },
]
