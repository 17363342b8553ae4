import { record } from '../../audit/record.ts'
import { staffNote } from '../../directory/staff-note.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { accessProblem } from '../access.errors.ts'
import { removeSessionOf, removeSessionsOf, selectSessions } from '../account.store.ts'
import type { Sessions } from './sessions.ts'

/** One's own sessions: where one is signed in, and how to end that. */
export const ownSessions = (deps: WriteDeps & { sessions: Sessions }) => ({
  list: (actor: StaffActor) => selectSessions(deps.db, actor.id, deps.clock.now()),
  /** Ends one of them. Throws `session.not-found`. */
  end: (actor: StaffActor, id: string): Promise<void> =>
    deps.db.tx(async (tx) => {
      if (!(await removeSessionOf(tx, actor.id, id))) throw accessProblem('session.not-found')
      await record(tx, deps, actor, {
        audit: [{ action: 'session.ended', entity: 'staff', entityId: actor.id, after: { sessions: 1 } }],
        live: [staffNote('signedOut', actor.id)],
      })
      tx.afterCommit(() => deps.sessions.forgetId(id))
    }),
  /** Ends them all, the one in which it is asked as well. */
  endAll: (actor: StaffActor): Promise<void> =>
    deps.db.tx(async (tx) => {
      const sessions = await removeSessionsOf(tx, actor.id)
      await record(tx, deps, actor, {
        audit: [{ action: 'session.ended', entity: 'staff', entityId: actor.id, after: { sessions } }],
        live: [staffNote('signedOut', actor.id)],
      })
      tx.afterCommit(() => deps.sessions.forgetStaff(actor.id))
    }),
})
