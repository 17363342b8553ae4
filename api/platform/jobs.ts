import type { Log } from './log.ts'

/** Work done again and again: clock warnings, follow-up expiry, offers that time out, old rows to forget. */
export interface Job {
  name: string
  everyMs: number
  /** Does all that is due now; answers how much that was. */
  run(): Promise<number>
}

/** Runs jobs on timers, never one on top of itself. */
export const createJobs = (jobs: Job[], log: Log) => {
  const timers: NodeJS.Timeout[] = []
  const busy = new Map<string, Promise<unknown>>()
  const run = async (job: Job) => {
    if (busy.has(job.name)) return
    const work = job.run().catch((error: unknown) => log.error({ err: error, job: job.name }, 'job'))
    busy.set(job.name, work)
    await work
    busy.delete(job.name)
  }
  return {
    start: () => {
      for (const job of jobs) timers.push(setInterval(() => void run(job), job.everyMs).unref())
    },
    /** For tests and the sample city: every job once, in order. */
    runAll: async () => {
      let count = 0
      for (const job of jobs) count += await job.run()
      return count
    },
    stop: async () => {
      timers.forEach(clearInterval)
      await Promise.all(busy.values())
    },
  }
}
