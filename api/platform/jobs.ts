import type { Clock } from './clock.ts'
import type { Log } from './log.ts'

/** Work done again and again: clock warnings, follow-up expiry, offers that time out, old rows to forget. */
export interface Job {
  name: string
  everyMs: number
  /** Does all that is due now; answers how much that was. */
  run(): Promise<number>
}

/** A job that has not succeeded for longer than it should, ms. */
export interface LateJob {
  name: string
  ms: number
  everyMs: number
}

/** Runs jobs on timers, never one on top of itself, and remembers when each last succeeded. */
export const createJobs = (jobs: Job[], log: Log, clock: Clock) => {
  const timers: NodeJS.Timeout[] = []
  const busy = new Map<string, Promise<unknown>>()
  const succeeded = new Map<string, Date>()
  let startedAt: Date | null = null
  const tryOnce = async (job: Job) => {
    try {
      await job.run()
      succeeded.set(job.name, clock.now())
    } catch (error) {
      log.error({ err: error, job: job.name }, 'job')
    }
  }
  const run = async (job: Job) => {
    if (busy.has(job.name)) return
    const work = tryOnce(job)
    busy.set(job.name, work)
    await work
    busy.delete(job.name)
  }
  return {
    start: () => {
      startedAt = clock.now()
      for (const job of jobs) timers.push(setInterval(() => void run(job), job.everyMs).unref())
    },
    /** When each job last succeeded in this process; jobs that have not yet are left out. */
    successes: (): ReadonlyMap<string, Date> => succeeded,
    /** Jobs that missed three turns and a minute. None before the start. */
    late: (now: Date): LateJob[] => {
      const begun = startedAt
      if (begun === null) return []
      return jobs
        .map(({ name, everyMs }) => ({ name, everyMs, ms: now.getTime() - (succeeded.get(name) ?? begun).getTime() }))
        .filter(({ ms, everyMs }) => ms > 3 * everyMs + 60_000)
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
export type Jobs = ReturnType<typeof createJobs>
