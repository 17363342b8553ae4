import type { WriteDeps } from '../../platform/deps.ts'
import { record } from '../../audit/record.ts'
import { staffNote } from '../../directory/staff-note.ts'
import { removeSession } from '../account.store.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import type { Sessions } from './sessions.ts'

/** Closes a session; it holds for no further request. */
export const signOut =
  (deps: WriteDeps & { sessions: Sessions }) =>
  async (actor: StaffActor, token: string): Promise<void> => {
    await deps.db.tx(async (tx) => {
      if (!(await removeSession(tx, token))) return
      await record(tx, deps, actor, {
        audit: [{ action: 'session.closed', entity: 'staff', entityId: actor.id }],
        live: [staffNote('signedOut', actor.id)],
      })
    })
    deps.sessions.forget(token)
  }
