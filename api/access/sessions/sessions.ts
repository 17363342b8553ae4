import type { Directory } from '../../directory/directory.ts'
import { createBounded } from '../../platform/bounded.ts'
import type { Deps } from '../../platform/deps.ts'
import { findSession, prolongSession } from '../account.store.ts'
import { staffActor, type StaffActor } from '../../vocabulary/actor.ts'
import { sessionMs } from '../auth.ts'

/** How long a session that was found is believed without asking the database, ms. */
const believedMs = 5_000

/** A session is prolonged when this much of it is used, so that not every request writes, ms. */
const prolongAfterMs = 15 * 60_000

interface Known {
  token: string
  staffId: string
  expiresAt: number
}

/** A session that holds; `prolonged`: the cookie must be sent again with its new end. */
export interface Checked {
  token: string
  staffId: string
  prolonged: boolean
}

/**
 * Reads sessions cheaply: what was found is believed for five seconds. Signing out and deactivating forget at once in this
 * process; other processes learn of it within those five seconds.
 */
export const createSessions = (deps: Pick<Deps, 'db' | 'clock'> & { directory: Directory }) => {
  const known = createBounded<string, Known>({ most: 10_000, ms: believedMs }, deps.clock)
  let forgotten = 0

  const look = async (token: string): Promise<Checked | null> => {
    const before = forgotten
    const now = deps.clock.now()
    const row = await findSession(deps.db, token)
    if (!row || row.expiresAt <= now) {
      known.delete(token)
      return null
    }
    const full = now.getTime() + sessionMs
    const prolonged = full - row.expiresAt.getTime() > prolongAfterMs
    if (prolonged) await prolongSession(deps.db, token, new Date(full), now)
    // Somebody was signed out while we were reading: perhaps this one.
    if (forgotten !== before) return look(token)
    known.set(token, {
      token,
      staffId: row.userId,
      expiresAt: prolonged ? full : row.expiresAt.getTime(),
    })
    return { token, staffId: row.userId, prolonged }
  }

  return {
    /** The session of a token whose signature was checked; null when it is unknown, ended or closed. */
    check: async (token: string): Promise<Checked | null> => {
      const found = known.get(token)
      if (found && found.expiresAt > deps.clock.now().getTime())
        return { token, staffId: found.staffId, prolonged: false }
      return look(token)
    },
    /** Whether a token's session holds; asked on and on by open streams, it never prolongs one. */
    holds: async (token: string): Promise<boolean> => {
      const found = known.get(token)
      const now = deps.clock.now()
      if (found) return found.expiresAt > now.getTime()
      const row = await findSession(deps.db, token)
      return row !== undefined && row.expiresAt > now
    },
    /** The actor as the directory knows them now; null when they no longer work here. */
    actorOf: (staffId: string, requestId: string | null): StaffActor | null => {
      const staff = deps.directory.staffById(staffId)
      const unit = staff && deps.directory.unitById(staff.unitId)
      if (!staff?.active || !unit) return null
      return staffActor(staff, unit, requestId)
    },
    forget: (token: string) => {
      forgotten++
      known.delete(token)
    },
    forgetStaff: (staffId: string) => {
      forgotten++
      for (const [token, session] of known.entries()) if (session.staffId === staffId) known.delete(token)
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
