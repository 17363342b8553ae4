import type { Read, Tx } from '../../db/db.ts'
import type { Contacts } from '../contacts/contacts.ts'
import type { WorkingCalendar } from '../clocks/clocks.types.ts'
import type { DirectoryReads } from '../directory/directory.cache.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Files } from '../platform/files/files.ts'
import type { Outbox } from '../platform/outbox.ts'
import type { Telephony } from '../telephony/telephony.port.ts'
import type { Notices } from '../notices/notices.ts'
import type { Accusation } from '../vocabulary/accused.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import type { TicketState } from '../vocabulary/ticket.ts'

/** What calls need of the carrier. */
type CallCarrier = Pick<
  Telephony,
  | 'addLeg'
  | 'changeLeg'
  | 'transcribe'
  | 'redirectCall'
  | 'hangUp'
  | 'placeCall'
  | 'softphone'
  | 'fetchRecording'
  | 'deleteRecording'
  | 'statusOf'
  | 'roomOf'
  | 'messagesLeft'
>

/** A ticket of the caller that is not closed, as the screen-pop shows it to whoever may know of it. */
export interface OpenTicket extends Accusation {
  id: string
  number: string
  title: string
  state: TicketState
  dueAt: Date | null
  createdAt: Date
}

/** What calls need of the rest of the house. */
export interface CallsDeps extends WriteDeps {
  carrier: CallCarrier
  outbox: Pick<Outbox, 'on'>
  files: Pick<Files, 'put' | 'get'>
  directory: Pick<DirectoryReads, 'lineByNumber' | 'lineById' | 'lines' | 'staffById'>
  calendar: WorkingCalendar
  contacts: Pick<Contacts, 'onFiled' | 'takeTranscript'>
  notices: Pick<Notices, 'tell'>
  /** Takes a carrier delivery once: false when one of its keys was taken before. */
  claimIn(tx: Tx, keys: string[], route: string): Promise<boolean>
  /** The citizen of an E.164 number; made when new. */
  findOrCreateCitizenIn(tx: Tx, phone: string, locale: 'zh-CN' | 'en'): Promise<{ id: string; locale: string }>
  /** Called after each commit that freed a caller or an agent: the queue is looked at again. */
  queueMoved(): void
  openTicketsOf(read: Read | Tx, citizenId: string): Promise<OpenTicket[]>
  /** Whom to ring for a follow-up; throws the follow-up's own refusals. */
  followUpTarget(
    tx: Tx,
    actor: StaffActor,
    followUpId: string,
  ): Promise<{ citizenId: string; ticketId: string; lineId: string | null }>
}
