import type { Reading } from '../../platform/figures/readings.ts'
import { diskOf, type HealthDeps } from './health.ts'
import { heldEffects } from './health.store.ts'

/** What is known of disk, commits, jobs and held effects, for Prometheus. */
export const healthReadings = (deps: HealthDeps): Reading[] => [
  {
    name: 'yixian_disk_free_bytes',
    help: 'Free space where the data folder lies',
    labels: [],
    read: async () => {
      const disk = await diskOf(deps.config.dataDir)
      return disk ? [{ labels: {}, value: disk.free }] : []
    },
  },
  {
    name: 'yixian_files_away_seconds',
    help: 'Since when the store of files does not do what it is asked; 0 while it does',
    labels: [],
    read: async () => {
      const away = await deps.lookAtFiles()
      return [{ labels: {}, value: away ? (deps.clock.now().getTime() - away.since.getTime()) / 1000 : 0 }]
    },
  },
  {
    name: 'yixian_last_commit_age_seconds',
    help: 'Since when the database has not committed what it was asked to; near 0 while it can be written',
    labels: [],
    read: async () => {
      const { lastOkAt } = await deps.prove()
      return lastOkAt ? [{ labels: {}, value: (deps.clock.now().getTime() - lastOkAt.getTime()) / 1000 }] : []
    },
  },
  {
    name: 'yixian_job_last_success_timestamp_seconds',
    help: 'When each timed job last succeeded in this process',
    labels: ['job'],
    read: () =>
      Promise.resolve(
        [...deps.jobs().successes()].map(([job, at]) => ({ labels: { job }, value: at.getTime() / 1000 })),
      ),
  },
  {
    name: 'yixian_outbox_held',
    help: 'Effects that a restore holds until a person decides',
    labels: [],
    read: async () => [{ labels: {}, value: await heldEffects(deps.db) }],
  },
]
