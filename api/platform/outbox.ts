import type { Deps } from './deps.ts'
import { claimDue, finish, nextRunAt, releaseStale, type Job } from './outbox.store.ts'

/** What became of an effect. `unknown`: the other side did not say, so it is never blindly repeated. */
export type Outcome = { state: 'done' } | { state: 'unknown'; error: string } | { state: 'failed'; error: string } | { state: 'retry'; error: string }

export type Handler = (payload: Record<string, unknown>, job: { id: string; key: string; attempts: number }) => Promise<Outcome>

/** Waits between tries, ms; after the last one the effect has failed. */
const backOff = [5_000, 30_000, 120_000, 600_000, 3_600_000]

/** How long a worker may hold a job before another thinks it dead, ms. */
const lockMs = 60_000

/**
 * Does the effects that transactions promised, at least once, each under its own key.
 * A handler that throws is a retry with back-off; a process that dies leaves its jobs `running` and they become `unknown`
 * (somebody else may have sent them) when their topic is in `notRepeatable`, else pending again.
 */
export const createOutbox = (deps: Pick<Deps, 'db' | 'clock' | 'log'>, notRepeatable: ReadonlySet<string>) => {
  const handlers = new Map<string, Handler>()
  let running: Promise<number> | null = null
  let again = false
  let timer: NodeJS.Timeout | null = null
  let stopped = true

  const runOne = async (job: Job) => {
    const handler = handlers.get(job.topic)
    let outcome: Outcome
    try {
      outcome = handler
        ? await handler(job.payload, { id: job.id, key: job.key, attempts: job.attempts })
        : { state: 'failed', error: `no handler for ${job.topic}` }
    } catch (error) {
      outcome = { state: 'retry', error: error instanceof Error ? error.message : String(error) }
    }
    if (outcome.state !== 'done') deps.log.warn({ topic: job.topic, key: job.key, outcome }, 'effect not done')
    const wait = backOff[job.attempts - 1]
    await finish(deps.db, job.id, outcome, deps.clock.now(), wait === undefined ? null : new Date(deps.clock.now().getTime() + wait))
  }

  /** Does everything that is due now; answers how many jobs ran. */
  const drain = async () => {
    let count = 0
    await releaseStale(deps.db, deps.clock.now(), notRepeatable)
    for (;;) {
      const jobs = await claimDue(deps.db, deps.clock.now(), lockMs)
      if (jobs.length === 0) return count
      count += jobs.length
      await Promise.all(jobs.map(runOne))
    }
  }

  const run = async (): Promise<number> => {
    if (running) {
      again = true
      return running
    }
    running = drain()
    try {
      return await running
    } finally {
      running = null
      if (again) {
        again = false
        wake()
      }
    }
  }

  const schedule = async () => {
    if (stopped) return
    const next = await nextRunAt(deps.db)
    if (stopped) return
    const wait = next ? Math.max(0, Math.min(next.getTime() - deps.clock.now().getTime(), 30_000)) : 30_000
    if (timer) clearTimeout(timer)
    timer = setTimeout(wake, wait)
    timer.unref()
  }

  const wake = () => {
    if (stopped) return
    void run()
      .catch((error: unknown) => deps.log.error({ err: error }, 'outbox'))
      .then(schedule)
      .catch((error: unknown) => deps.log.error({ err: error }, 'outbox schedule'))
  }

  return {
    on: (topic: string, handler: Handler) => {
      handlers.set(topic, handler)
    },
    /** Wakes the worker soon; called after commits. Does nothing until `start`. */
    wake: () => {
      if (!stopped) setImmediate(wake)
    },
    /** For tests and the sample city: does all that is due, now. */
    runDue: run,
    start: () => {
      stopped = false
      wake()
    },
    stop: async () => {
      stopped = true
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
export type Outbox = ReturnType<typeof createOutbox>
