import type { Deps } from './deps.ts'
import type { Effect } from './effect.ts'
import { claimDue, countWaiting, finish, nextRunAt, releaseStale, type Job, sweepEffects } from './outbox.store.ts'
import type { Metrics } from './figures/metrics.ts'
import { Problem } from './problem.ts'
import type { Outcome } from './outbox.types.ts'
import type { Reading } from './figures/readings.ts'

/** Does one effect. May be called again with the same key; a throw counts as a retry. */
export type Handler<Payload> = (
  payload: Payload,
  job: { id: string; key: string; attempts: number },
) => Promise<Outcome>

/** How a topic is worked off. Each is a lane of its own: ten thousand waiting texts do not delay one call command. */
export interface LaneOptions {
  /** At most so many a second, as the carrier's contract has it; default unlimited. */
  perSecond?: number
}

/**
 * A second's jobs in up to ten even shares: a burst would hold up everything else, here and at the carrier.
 * @internal exported for its test
 */
export const shareOf = (perSecond: number): { jobs: number; ms: number } => {
  const jobs = Math.max(1, Math.round(perSecond / 10))
  return { jobs, ms: (1_000 * jobs) / perSecond }
}

interface Lane {
  topic: string
  repeatable: boolean
  run(job: Job): Promise<Outcome>
  /** Of a paced lane: so many jobs, then rest until so many ms have passed. Null: all at once. */
  share: { jobs: number; ms: number } | null
  running: Promise<number> | null
  again: boolean
  /** A paced lane that has sent its share rests until then, ms since the epoch. */
  restUntil: number
  timer: NodeJS.Timeout | null
}

/** Waits between tries, ms; after the last one the effect has failed. */
const backOff = [5_000, 30_000, 120_000, 600_000, 3_600_000]

/** How long a worker may hold a job before another thinks it dead, ms. */
const lockMs = 60_000

/** Jobs taken at once. */
const batch = 20

/** How long a lane rests that knows of nothing, ms: on PostgreSQL another server may have promised it and died before it did it; a file has one. */
const idleMs = { postgres: 5_000, sqlite: 30_000 }

/** How long a lane rests when the database did not answer, ms. */
const afterFaultMs = 1_000

/**
 * Does the effects that transactions promised, at least once, each under its own key.
 * A handler that throws is a retry with back-off; a process that dies leaves its jobs `running` and they become `unknown`
 * (somebody else may have sent them) when their effect is not repeatable, else pending again.
 */
export const createOutbox = (deps: Pick<Deps, 'db' | 'clock' | 'log'> & { metrics?: Pick<Metrics, 'effects'> }) => {
  const lanes = new Map<string, Lane>()
  const idle = idleMs[deps.db.engine]
  let stopped = true

  const runOne = async (lane: Lane, job: Job) => {
    let outcome: Outcome
    let isOurs = false
    try {
      outcome = await lane.run(job)
    } catch (error) {
      isOurs = error instanceof Problem && error.status === 503
      outcome = { state: 'retry', error: error instanceof Error ? error.message : String(error) }
    }
    deps.metrics?.effects.inc({ topic: lane.topic, outcome: outcome.state })
    if (outcome.state !== 'done') deps.log.warn({ topic: job.topic, key: job.key, outcome }, 'effect not done')
    // What we ourselves cannot do now, as without the store of files, is tried every hour until we can.
    const wait = backOff[job.attempts - 1] ?? (isOurs ? backOff.at(-1) : undefined)
    const now = deps.clock.now()
    await finish(deps.db, job.id, outcome, now, wait === undefined ? null : new Date(now.getTime() + wait))
  }

  /** Does what is due now: the worker until it is stopped, and one share of a paced lane; by hand everything. */
  const drain = async (lane: Lane, byHand: boolean) => {
    let count = 0
    await releaseStale(deps.db, lane.topic, deps.clock.now(), lane.repeatable)
    for (;;) {
      const jobs = await claimDue(
        deps.db,
        lane.topic,
        deps.clock.now(),
        lockMs,
        !byHand && lane.share ? Math.min(batch, lane.share.jobs) : batch,
      )
      count += jobs.length
      await Promise.all(jobs.map((job) => runOne(lane, job)))
      if (jobs.length === 0) return count
      if (!byHand && (stopped || (lane.share && count >= lane.share.jobs))) return count
    }
  }

  /** One turn of a lane's worker; answers how long it may rest, ms. */
  const turn = async (lane: Lane): Promise<number> => {
    const started = Date.now()
    lane.running = drain(lane, false)
    const count = await lane.running.finally(() => {
      lane.running = null
    })
    if (stopped) return idle
    const full = lane.share !== null && count >= lane.share.jobs
    const due = lane.again ? deps.clock.now() : full ? null : await nextRunAt(deps.db, lane.topic)
    lane.again = false
    lane.restUntil = full && lane.share ? started + lane.share.ms : 0
    if (full) return Math.max(0, lane.restUntil - Date.now())
    return due ? Math.max(0, Math.min(due.getTime() - deps.clock.now().getTime(), idle)) : idle
  }

  const work = async (lane: Lane) => {
    if (stopped) return
    if (lane.running) {
      lane.again = true
      return
    }
    if (lane.timer) clearTimeout(lane.timer)
    const rest = await turn(lane).catch((error: unknown) => {
      deps.log.error({ err: error, topic: lane.topic }, 'outbox')
      return afterFaultMs
    })
    plan(lane, rest)
  }

  const plan = (lane: Lane, ms: number) => {
    if (stopped) return
    if (lane.timer) clearTimeout(lane.timer)
    lane.timer = setTimeout(() => void work(lane), ms)
    lane.timer.unref()
  }

  let woken = false
  return {
    sweep: sweepEffects,
    /** Says how an effect is done. A job that does not carry what its effect asks for has failed: no try would better it. */
    on: <Payload extends object>(effect: Effect<Payload>, handler: Handler<Payload>, options: LaneOptions = {}) => {
      lanes.set(effect.topic, {
        topic: effect.topic,
        repeatable: effect.repeatable,
        run: async ({ id, key, attempts, payload }) => {
          const read = effect.payload.safeParse(payload)
          return read.success
            ? handler(read.data, { id, key, attempts })
            : { state: 'failed', error: `not what ${effect.topic} carries: ${read.error.message}` }
        },
        share: options.perSecond === undefined ? null : shareOf(options.perSecond),
        running: null,
        again: false,
        restUntil: 0,
        timer: null,
      })
    },
    /** Wakes the lanes soon; called after commits. Does nothing until `start`. */
    wake: () => {
      if (stopped || woken) return
      woken = true
      setImmediate(() => {
        woken = false
        for (const lane of lanes.values()) {
          if (lane.running) lane.again = true
          else plan(lane, Math.max(0, lane.restUntil - Date.now()))
        }
      })
    },
    /** For tests and the sample city: does all that is due, now. */
    runDue: async () => {
      let count = 0
      for (const lane of lanes.values()) count += await drain(lane, true)
      return count
    },
    /** What waits and since when, by topic, for whoever watches. */
    readings: (): Reading[] => {
      const waiting = async () => {
        const found = new Map((await countWaiting(deps.db)).map((row) => [row.topic, row]))
        return [...lanes.keys()].map((topic) => ({ topic, ...found.get(topic) }))
      }
      return [
        {
          name: 'yixian_outbox_waiting',
          help: 'Effects (texts, carrier commands) that are promised and not done yet, by topic',
          labels: ['topic'],
          read: async () => (await waiting()).map(({ topic, count = 0 }) => ({ labels: { topic }, value: count })),
        },
        {
          name: 'yixian_outbox_oldest_seconds',
          help: 'How long the oldest of them has been waiting, by topic; 0 when none waits',
          labels: ['topic'],
          read: async () => {
            const now = deps.clock.now().getTime()
            return (await waiting()).map(({ topic, since }) => ({
              labels: { topic },
              value: since ? Math.max(0, now - since.getTime()) / 1_000 : 0,
            }))
          },
        },
      ]
    },
    start: () => {
      stopped = false
      for (const lane of lanes.values()) plan(lane, 0)
    },
    stop: async () => {
      stopped = true
      for (const lane of lanes.values()) if (lane.timer) clearTimeout(lane.timer)
      // What goes wrong in a lane is logged where it ran.
      await Promise.allSettled([...lanes.values()].flatMap(({ running }) => running ?? []))
    },
  }
}
export type Outbox = ReturnType<typeof createOutbox>
