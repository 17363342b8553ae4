import type { Audience } from '../../db/schema/platform.ts'
import type { LiveFact } from '../vocabulary/live-events.ts'
import type { AssignmentRole, TicketState } from '../vocabulary/ticket.ts'

/** What a desk hears without asking: kept behind the bell of the console, and said at once where it cannot wait. */
export interface DeskNotice<Facts> {
  /** What happened, in words for whoever reads the table. */
  on: string
  /** Who hears it, in words. */
  whom: string
  /** The console's words for it, by their key in its dictionaries. */
  words: string
  to(facts: Facts): Audience
  /** The event: enough to say it and to find the page, no more. Two notices may share a type where the console says them alike. */
  event(facts: Facts): LiveFact<'alert'>
}

/** A unit that has the ticket now. */
export interface HearingPart {
  unitPath: string
  role: AssignmentRole
  /** The window or the sub-limit is this unit's own. */
  own: boolean
  /** It goes by the ticket's limit: a co-handling unit without a sub-limit, until it has reported that it is done. */
  byTicketLimit: boolean
}

/** Something of a ticket that falls due. */
export interface WarningFacts {
  number: string
  state: TicketState
  /** 1 near, 2 very near, 3 passed; of a ticket that nobody dispatched, the count of reminders. */
  level: number
  dueAt: string | null
  parts: readonly HearingPart[]
}
