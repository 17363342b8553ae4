import type { LiveNote } from '../audit/record.ts'
import type { LiveFact } from '../vocabulary/live-events.ts'

/**
 * Tells every server that an account is not what it was: they read its row again, ask the database for its sessions, and end its open
 * streams where those no longer hold. Administrators' lists follow.
 */
export const staffNote = (type: LiveFact<'staff'>['type'], staffId: string): LiveNote => ({
  topic: 'staff',
  type,
  entityId: staffId,
  audience: { staffIds: [staffId], roles: ['admin'] },
  payload: {},
})
