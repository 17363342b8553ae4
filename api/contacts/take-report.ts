import type { Tx } from '../../db/db.ts'
import { record } from '../audit/record.ts'
import { deskNotices } from '../notices/desk.notices.ts'
import { ticketDeskNote } from '../notices/desk-note.ts'
import type { Notice } from '../notices/notices.table.ts'
import type { Notices } from '../notices/notices.ts'
import { cut } from '../platform/cut.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Tickets } from '../tickets/tickets.ts'
import type { Proposal, Triage } from '../triage/triage.types.ts'
import type { CitizenActor } from '../vocabulary/actor.ts'
import type { Channel } from '../vocabulary/contact.ts'
import type { FileCounts } from '../vocabulary/file.ts'
import type { TextLocale } from '../vocabulary/locale.ts'
import { openContact } from './open-contact.ts'
import { longestRequest, openRequestIn } from './open-request.ts'

export interface TakeReportDeps extends WriteDeps {
  tickets: Pick<Tickets, 'openTicketIn' | 'openTicketsOf' | 'act'>
  triage: Pick<Triage, 'propose'>
  notices: Pick<Notices, 'render'>
}

/** What a citizen reports, of themselves, with nobody of the hotline listening. */
export interface IncomingReport {
  channel: Channel
  citizen: CitizenActor
  lineId: string | null
  /** In which the receipt is written. */
  locale: TextLocale
  /** What is told of the matter; empty where only files came. */
  text: string
  /** How many files of each kind came with it. */
  files: FileCounts
  at: Date
  /** As it came, where the words of the matter are only a part of it; the contact keeps this. */
  asWritten?: string
  /** Of a channel that has named the contact already. */
  contactId?: string
  messageId?: string
  /** Of a channel that had triage read the text already. */
  proposal?: Proposal | null
}

export interface TakenReport {
  contactId: string
  ticketId: string
  ticketNumber: string
  /** False where it was added to an open ticket of the same danger. */
  opened: boolean
  danger: Proposal['danger']
  /** What the citizen is answered, first what to do in a danger and whom to call. */
  receipt: Notice
}

/**
 * Takes in a report, in a transaction that is open already, whatever channel it came by: a new request by the threshold's policy; a danger to
 * life or property first of all, as a ticket at the top or added to the open one that tells of the same danger, with an alert to every desk.
 * The citizen's row must be locked. Throws what opening a ticket throws.
 */
export const takeReportIn =
  (deps: TakeReportDeps) =>
  async (tx: Tx, report: IncomingReport): Promise<TakenReport> => {
    const { channel, citizen, lineId, locale, at } = report
    const contactId = report.contactId ?? deps.ids.next('contact')
    const text = report.text || deps.notices.render({ name: 'files', params: { files: report.files } }, locale)
    const proposal = report.proposal ?? deps.triage.propose(text)
    const { danger } = proposal
    const known = danger && (await deps.tickets.openTicketsOf(tx, citizen.id)).find((one) => one.danger === danger.kind)
    const ticket = known
      ? await deps.tickets.act.actIn(tx, citizen, {
          ticketId: known.id,
          action: 'supplement',
          input: { text: cut(text, longestRequest) },
        })
      : await openRequestIn(deps)(tx, {
          channel,
          actor: citizen,
          citizenId: citizen.id,
          lineId,
          contactId,
          text,
          proposal,
        })
    await openContact(tx, {
      id: contactId,
      channel,
      citizenId: citizen.id,
      lineId,
      ...(report.messageId === undefined ? {} : { messageId: report.messageId }),
      ticketId: ticket.id,
      state: 'filed',
      text: report.asWritten ?? report.text,
      startedAt: at,
      endedAt: at,
      danger: danger?.kind ?? null,
    })
    if (known && danger)
      await record(tx, deps, citizen, {
        audit: [],
        live: [
          ticketDeskNote(deskNotices.dangerInTicket, ticket, {
            number: ticket.number,
            danger: danger.kind,
            citizenId: citizen.id,
            call: danger.call,
          }),
        ],
      })
    return {
      contactId,
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      opened: !known,
      danger,
      receipt: receiptOf(ticket.number, danger, !known),
    }
  }

const receiptOf = (number: string, danger: Proposal['danger'], opened: boolean): Notice => {
  if (danger === null) return { name: 'ticket.received', params: { number } }
  const advice = { kind: danger.kind, call: danger.call }
  return { name: opened ? 'danger.new' : 'danger.again', params: { advice, number } }
}
