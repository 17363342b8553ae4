import type { Tx } from '../../../db/db.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import type { Counting } from '../../clocks/clocks.types.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Triage } from '../../triage/triage.types.ts'
import type { TicketCatalogue, TicketDirectory } from '../ticket-directory.types.ts'
import type { TicketSettings } from '../ticket.settings.ts'
import type { Ticket } from '../tickets.store.ts'

/** What the acts need beside the transaction. */
export interface ActDeps extends Pick<Deps, 'ids' | 'clock' | 'config'> {
  directory: TicketDirectory
  catalogue: TicketCatalogue
  counting: Counting
  settings: TicketSettings
  triage: Pick<Triage, 'learn'>
  /** Starts asking the citizen whether it is solved; given by the follow-up feature. `unitId`: whose work is rated. */
  startFollowUp: StartFollowUp
  /** Ends the asking about an answer that is done again, of everybody who got it; given by the follow-up feature. */
  endFollowUps: EndFollowUps
}

export type StartFollowUp = (
  tx: Tx,
  actor: Actor,
  asked: { ticket: Ticket; unitId: string; round: number; answerId: string },
) => Promise<void>

export type EndFollowUps = (tx: Tx, actor: Actor, ticket: Ticket) => Promise<void>
