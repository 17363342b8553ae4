import type { Tx } from '../../db/db.ts'
import { cut } from '../platform/cut.ts'
import type { OpenTicketIn } from '../tickets/opening/new-ticket.types.ts'
import type { Ticket } from '../tickets/tickets.ts'
import type { Proposal } from '../triage/triage.types.ts'
import { systemActor, type Actor } from '../vocabulary/actor.ts'
import type { Channel } from '../vocabulary/contact.ts'
import { settledByThreshold } from './threshold.rules.ts'

/** What a ticket keeps of one text at most, in UTF-16 units; the channel keeps it whole. */
export const longestRequest = 20_000

/** The actor where the calibrated threshold decides in a person's place. */
const threshold = systemActor('triage')

/** A request as a citizen put it, with nobody of the hotline listening. */
export interface NewRequest {
  channel: Channel
  /** Who asks; the ticket is opened in their name where no threshold settles it. */
  actor: Actor
  citizenId: string
  lineId: string | null
  contactId: string
  text: string
  proposal: Proposal
}

/** Opens a ticket with what triage proposes, settled by the threshold or left to a person. A danger makes it critical and alerts every desk. */
export const openRequestIn =
  (deps: { tickets: { openTicketIn: OpenTicketIn } }) =>
  (tx: Tx, { channel, actor, citizenId, lineId, contactId, text, proposal }: NewRequest): Promise<Ticket> => {
    const settled = settledByThreshold(proposal)
    return deps.tickets.openTicketIn(tx, settled ? threshold : actor, {
      channel,
      lineId,
      citizenId,
      contactId,
      text: cut(text, longestRequest),
      urgency: proposal.danger ? 'critical' : proposal.urgency.value,
      place: proposal.place?.text ?? null,
      districtId: proposal.place?.districtId ?? null,
      streetId: proposal.place?.streetId ?? null,
      danger: proposal.danger?.kind ?? null,
      proposal,
      ...settled,
    })
  }
