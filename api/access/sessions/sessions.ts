import type { Directory } from '../../directory/directory.ts'
import { createBounded } from '../../platform/bounded.ts'
import type { Deps } from '../../platform/deps.ts'
import { actorNow, type StaffActor } from '../../vocabulary/actor.ts'
import { findSession, prolongSession } from '../account.store.ts'
import { endOf, isDue, sessionMs } from './session-life.rules.ts'

/** How long a session that was found is believed without asking the database, ms. */
const believedMs = 5_000

/** A session that holds. */
export interface Checked {
  id: string
  token: string
  staffId: string
  openedAt: number
  expiresAt: number
  /** Somebody else chose the password. */
  mustChangePassword: boolean
  secondFactor: boolean
}

/**
 * Reads sessions cheaply: what was found is believed for five seconds. Signing out and deactivating forget at once in this
 * server; the others hear of it by the live event `staffNote` that whoever ends a session records.
 */
export const createSessions = (deps: Pick<Deps, 'db' | 'clock' | 'config'> & { directory: Directory }) => {
  const idleMs = deps.config.sessionIdleMinutes * 60_000
  const known = createBounded<string, Checked>({ most: 10_000, ms: believedMs }, deps.clock)
  let forgotten = 0

  const look = async (token: string, attended: boolean): Promise<Checked | null> => {
    const before = forgotten
    const now = deps.clock.now().getTime()
    const row = await findSession(deps.db, token)
    const openedAt = row?.createdAt.getTime() ?? 0
    const endsAt = Math.min(row?.expiresAt.getTime() ?? 0, openedAt + sessionMs)
    if (!row || endsAt <= now) {
      known.delete(token)
      return null
    }
    const moved = attended && isDue(endsAt, openedAt, now, idleMs)
    const expiresAt = moved ? endOf(openedAt, now, idleMs) : endsAt
    if (moved) await prolongSession(deps.db, token, new Date(expiresAt), new Date(now))
    // Somebody was signed out while we were reading: perhaps this one.
    if (forgotten !== before) return look(token, attended)
    const { id, userId: staffId, mustChangePassword, secondFactor } = row
    const checked = { id, token, staffId, openedAt, expiresAt, mustChangePassword, secondFactor }
    known.set(token, checked)
    return checked
  }

  const forget = (which: (session: Checked) => boolean) => {
    forgotten++
    for (const [token, session] of known.entries()) if (which(session)) known.delete(token)
  }

  return {
    /**
     * The session of a token whose signature was checked; null when it is unknown, ended or closed. `attended`: somebody did something, so
     * its end moves on; what a program asks by itself, as a heartbeat, moves nothing.
     */
    check: async (token: string, attended: boolean): Promise<Checked | null> => {
      const found = known.get(token)
      const now = deps.clock.now().getTime()
      const fresh = found && found.expiresAt > now
      if (fresh && !(attended && isDue(found.expiresAt, found.openedAt, now, idleMs))) return found
      return look(token, attended)
    },
    /** Whether a token's session holds; asked on and on by open streams. */
    holds: async (token: string): Promise<boolean> => {
      const found = known.get(token)
      if (found) return found.expiresAt > deps.clock.now().getTime()
      return (await look(token, false)) !== null
    },
    /** The actor as the directory knows them now; null when they no longer work here. */
    actorOf: (staffId: string, requestId: string | null): StaffActor | null =>
      actorNow(deps.directory, staffId, requestId),
    forget: (token: string) => forget((session) => session.token === token),
    forgetId: (id: string) => forget((session) => session.id === id),
    forgetStaff: (staffId: string) => forget((session) => session.staffId === staffId),
  }
}
export type Sessions = ReturnType<typeof createSessions>
