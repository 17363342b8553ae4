import type { Role } from '../vocabulary/directory.ts'
import type { NoticeTo } from '../vocabulary/live-events.ts'
import type { AssignmentRole } from '../vocabulary/ticket.ts'

/** Whom an act on a ticket tells: the citizen by text (if the act names a notice), everybody else by the live event. */
export type Hearer =
  | 'citizen'
  | 'leadUnit'
  | 'otherUnits'
  | 'agents'
  | 'dispatchers'
  | 'reviewers'
  | 'followUp'
  | 'supervisors'

const rolesOf: Partial<Record<Hearer, Role>> = {
  agents: 'agent',
  dispatchers: 'dispatcher',
  reviewers: 'reviewer',
  followUp: 'followUp',
  supervisors: 'supervisor',
}

/** The hearers of an act among the units that have, or had until this act, the ticket. */
export const noticeTo = (
  tells: readonly Hearer[],
  parts: readonly { unitId: string; role: AssignmentRole }[],
): NoticeTo => ({
  roles: tells.flatMap((one) => rolesOf[one] ?? []),
  unitIds: [
    ...new Set(
      parts
        .filter(({ role }) => tells.includes(role === 'lead' ? 'leadUnit' : 'otherUnits'))
        .map(({ unitId }) => unitId),
    ),
  ],
})
