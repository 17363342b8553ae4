import type { LiveNote } from '../audit/record.ts'
import { keptFrom, type Accusation } from '../vocabulary/accused.ts'
import type { LiveFact } from '../vocabulary/live-events.ts'

/** A live event of the follow-up desk, kept from the people of a unit that the ticket accuses (JN 32). */
export const followUpNote = (
  ticket: Accusation & { createdAt: Date },
  entityId: string,
  fact: LiveFact<'followUp'>,
): LiveNote => ({
  topic: 'followUp',
  entityId,
  audience: { roles: ['followUp', 'supervisor'], ...keptFrom(ticket) },
  ...fact,
})
