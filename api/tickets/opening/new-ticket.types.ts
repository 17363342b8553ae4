import type { Tx } from '../../../db/db.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import type { Kind, Urgency } from '../../vocabulary/catalogue.ts'
import type { Proposal } from '../../triage/triage.types.ts'
import type { DangerKind } from '../../vocabulary/danger.ts'
import type { Channel } from '../../vocabulary/contact.ts'
import type { Ticket } from '../tickets.store.ts'

/** A ticket to be opened; whatever is not known yet is left out. */
export interface NewTicket {
  channel: Channel
  lineId: string | null
  citizenId: string
  contactId: string | null
  /** What the citizen said or wrote, unchanged. */
  text: string
  /** Default: one line made from the text. */
  title?: string
  kind?: Kind | null
  matterCode?: string | null
  urgency?: Urgency
  place?: string | null
  districtId?: string | null
  streetId?: string | null
  lat?: number | null
  lon?: number | null
  danger?: DangerKind | null
  /** What triage proposed; kept beside what was decided (PIPL 24). */
  proposal?: Proposal | null
  /** The citizen asks that nobody outside the hotline learns who they are. */
  confidential?: boolean
  /** Default true. */
  replyWanted?: boolean
  /** The unit complained of; with a violation report it must never see the ticket (JN 32). */
  respondentUnitId?: string | null
  /** Who settled the matter: a person, or a threshold passed by triage. Required where a matter is given to be accepted. */
  decidedBy?: 'person' | 'threshold' | null
  /** Accepts in the same transaction and, with a matter, submits it for dispatch. */
  accept?: boolean
}

/** Opens a ticket in a transaction that is open already. */
export type OpenTicketIn = (tx: Tx, actor: Actor, asked: NewTicket) => Promise<Ticket>
