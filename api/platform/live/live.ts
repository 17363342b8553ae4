import type { Db } from '../../../db/db.ts'
import { outsideTransaction } from '../../../db/guard.ts'
import type { Audience } from '../../../db/schema/platform.ts'
import { isParty } from '../../vocabulary/accused.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { eventsAfter, mostEvents, newestSeq, oldestSeq, sweepEvents, type LiveRow } from './live.store.ts'
import type { Log } from '../log.ts'

/**
 * Whether a member of staff may hear an event: by role, by name, or because a unit of theirs (or below theirs) is meant;
 * never of a report on a unit of theirs.
 * @internal exported for its test
 */
export const hears = (actor: StaffActor, audience: Audience): boolean => {
  const { accused } = audience
  if (accused && isParty(actor, { unitId: accused.unitId, since: new Date(accused.since) })) return false
  return (
    audience.all === true ||
    (audience.staffIds?.includes(actor.id) ?? false) ||
    (audience.roles?.some((role) => actor.roles.some((own) => own === role)) ?? false) ||
    (audience.unitPaths?.some((path) => path.startsWith(actor.unitPath)) ?? false)
  )
}

type Listener = (events: LiveRow[]) => void

/** What a committed event is about. */
export type Committed = Pick<LiveRow, 'topic' | 'entityId'>

/** Reads again what this server holds in memory and an event says has changed. */
type Follower = (events: Committed[]) => Promise<void> | void

/**
 * Fans committed live events out to open streams. The table is the truth: a listener that comes back with the number
 * it saw last is read everything since, in order, so a break loses nothing. Followers hear of everything that is committed after this
 * has returned, each event before any stream does: whoever is no longer allowed to hear it is known by then.
 */
export const createLive = async (deps: { db: Db; log: Log }) => {
  /** Each with a way to tell it that nothing more comes. */
  const listeners = new Map<Listener, () => void>()
  const followers: Follower[] = []
  let stopped = false
  let seen = await newestSeq(deps.db)
  let reading: Promise<void> | null = null
  let again = false

  const read = async () => {
    while (!stopped) {
      const events = await eventsAfter(deps.db, seen)
      const last = events.at(-1)
      if (!last) return
      for (const follow of followers) await follow(events)
      seen = last.seq
      for (const hear of listeners.keys()) hear(events)
      // Whatever was committed meanwhile has woken this again.
      if (events.length < mostEvents) return
    }
  }

  const wake = () => {
    if (stopped || listeners.size + followers.length === 0) return
    if (reading) {
      again = true
      return
    }
    reading = outsideTransaction(read)
      .catch((error: unknown) => deps.log.error({ err: error }, 'live'))
      .finally(() => {
        reading = null
        if (again) {
          again = false
          wake()
        }
      })
  }
  const stopHearing = deps.db.onNotify(wake)

  return {
    wake,
    /** The number of the last event that was handed on: a stream from there misses nothing of what is read from now on. */
    seen: () => seen,
    /** Tells `follower` of every event from now on, and of those since the start if it is the first. One that fails is told again. */
    follow: (follower: Follower) => {
      followers.push(follower)
      wake()
    },
    /**
     * Opens a stream for one member of staff, from after `since` (null: from now). Answers the number it starts after,
     * whether events since then may be forgotten already, or the listener is ahead of a database that was put back (`gap`: reload everything),
     * and a way to stop. `over` is called when the program stops.
     */
    open: async (actor: StaffActor, since: number | null, send: (event: LiveRow) => void, over = () => {}) => {
      const pass = (event: LiveRow) => {
        if (hears(actor, event.audience)) send(event)
      }
      const newest = await newestSeq(deps.db)
      const start = Math.min(since ?? newest, newest)
      let from = start
      const oldest = await oldestSeq(deps.db)
      const gap = since !== null && (since > newest || (oldest !== null && oldest > since + 1))
      let ready = false
      const early: LiveRow[] = []
      const listener: Listener = (events) => {
        if (!ready) early.push(...events)
        else for (const event of events) if (event.seq > from) pass(event)
      }
      listeners.set(listener, over)
      if (stopped) over()
      for (;;) {
        const missed = await eventsAfter(deps.db, from)
        const last = missed.at(-1)
        if (!last) break
        missed.forEach(pass)
        from = last.seq
      }
      for (const event of early) if (event.seq > from) pass(event)
      from = Math.max(from, early.at(-1)?.seq ?? 0)
      ready = true
      wake()
      return { start, gap, close: () => listeners.delete(listener) }
    },
    sweep: sweepEvents,
    listeners: () => listeners.size,
    /** Ends every open stream; one that is opened from now on ends at once. What is being read is read to its end. */
    stop: async () => {
      stopped = true
      stopHearing()
      for (const over of listeners.values()) over()
      await reading
    },
  }
}
export type Live = Awaited<ReturnType<typeof createLive>>
