import type { Committed } from '../../platform/live/live.ts'
import type { Sessions } from './sessions.ts'

/** Believes no session any more of an account that an event names: another server may have ended it. */
export const followSessions = (sessions: Pick<Sessions, 'forgetStaff'>) => (events: Committed[]) => {
  const named = new Set(events.filter(({ topic }) => topic === 'staff').map(({ entityId }) => entityId))
  named.forEach(sessions.forgetStaff)
}
