import type { NewTicket } from '../tickets/opening/new-ticket.types.ts'
import type { Proposal } from '../triage/triage.types.ts'

/** What the threshold settles of a ticket: its matter, and that it is accepted. */
type Settled = Pick<NewTicket, 'matterCode' | 'kind' | 'decidedBy' | 'accept'>

/**
 * The policy by which a report becomes work without a person: a proposal that passes the calibrated threshold is accepted and goes to the
 * dispatchers, decided by the threshold and stored as such (PIPL 24). Null where a person has to read it first.
 */
export const settledByThreshold = ({ confident, matters, kind }: Proposal): Settled | null => {
  const [matter] = matters
  return confident && matter !== undefined
    ? { matterCode: matter.code, kind: kind?.value ?? null, decidedBy: 'threshold', accept: true }
    : null
}
