import type { Directory } from '../directory/directory.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Job } from '../platform/jobs.ts'
import { carryOut } from './carry-out.ts'
import type { Sweeps } from './erase-page.ts'
import { readRetention } from './read-retention.ts'
import { setPeriod } from './set-period.ts'

/** How long data is kept (保存期限): the table, what a city sets, and the job that erases or anonymises what is older. */
export const createRetention = (deps: WriteDeps & { directory: Pick<Directory, 'staffById'>; sweeps: Sweeps }) => {
  const run = carryOut(deps)
  const jobs: Job[] = [{ name: 'retention', everyMs: 60_000, run }]
  return { read: readRetention(deps), set: setPeriod(deps), jobs }
}
export type Retention = ReturnType<typeof createRetention>
export { createSweeps } from './sweeps.ts'
export { sweepFiles } from './sweep-files.ts'
