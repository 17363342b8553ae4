import type { Read, Tx } from '../../db/db.ts'
import type { Contacts } from '../contacts/contacts.ts'
import type { Actor, CitizenActor } from '../vocabulary/actor.ts'
import type { DirectoryReads } from '../directory/directory.cache.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Files } from '../platform/files/files.ts'
import type { Outbox } from '../platform/outbox.ts'
import type { Telephony } from '../telephony/telephony.port.ts'
import type { Notices } from '../notices/notices.ts'
import type { TicketAction } from '../vocabulary/ticket.ts'
import type { Ticket } from '../tickets/tickets.ts'
import type { Triage } from '../triage/triage.types.ts'
import type { TextLocale } from '../vocabulary/locale.ts'

export type Message = Read['t']['message']['$inferSelect']
export type NewMessage = Read['t']['message']['$inferInsert']
export type Citizen = Read['t']['citizen']['$inferSelect']
type FollowUpRow = Read['t']['followUp']['$inferSelect']

/** Hears, in the transaction that learns it, of a text that did not arrive, or of which nothing more will be heard. */
export type LostTextListener = (tx: Tx, message: Message) => Promise<void>

/** What writing to citizens needs. */
export interface TextingDeps extends WriteDeps {
  telephony: Pick<Telephony, 'sendText'>
  outbox: Pick<Outbox, 'on'>
  directory: Pick<DirectoryReads, 'lineById' | 'lineByCode' | 'lines'>
}

/** What sending and its news need beside. */
export interface SendingDeps extends TextingDeps {
  textLost: LostTextListener
}

/**
 * Finds the citizen of a number, or makes one. The row is locked until the transaction ends, so that two texts of one sender
 * are decided one after the other. `created` true spares the look-up of what a new citizen cannot have.
 */
type FindOrCreateCitizenIn = (tx: Tx, phone: string, locale: TextLocale) => Promise<Citizen & { created?: boolean }>

/** What text intake asks of the tickets. */
interface IntakeTickets {
  actIn(tx: Tx, actor: Actor, act: { ticketId: string; action: TicketAction; input: unknown }): Promise<Ticket>
}

/** What text intake asks of the follow-up. */
interface IntakeFollowUp {
  /** The follow-up that waits for this citizen's answer by text. */
  askingIn(tx: Tx, citizenId: string): Promise<FollowUpRow | null>
  /** Records an answer and asks the next question; false when the text is no answer to the open question (then nothing is changed). */
  recordReplyIn(tx: Tx, actor: CitizenActor, followUp: FollowUpRow, text: string, receivedAt: Date): Promise<boolean>
}

export interface MessagesDeps extends SendingDeps {
  telephony: Pick<Telephony, 'sendText' | 'textsTo' | 'fetchMedia'>
  directory: Pick<DirectoryReads, 'lineById' | 'lineByCode' | 'lines' | 'lineByNumber' | 'unitById'>
  triage: Pick<Triage, 'propose' | 'likeness'>
  findOrCreateCitizenIn: FindOrCreateCitizenIn
  tickets: IntakeTickets
  contacts: Pick<Contacts, 'onFiled' | 'lockIn' | 'fileIn' | 'takeReportIn' | 'fileWaitingIn' | 'hearWithLately'>
  followUp: IntakeFollowUp
  files: Pick<Files, 'put' | 'get'>
  notices: Notices
}
