import type { Tx } from '../../../db/db.ts'
import type { CitizenActor } from '../../vocabulary/actor.ts'
import type { Line } from '../../directory/directory.ts'
import type { DangerKind } from '../../vocabulary/danger.ts'
import type { ContactState } from '../../vocabulary/contact.ts'
import type { AuditNote, LiveNote } from '../../audit/record.ts'
import type { IncomingText } from '../../telephony/text-events.types.ts'
import type { ReadText, Situation } from './intake.types.ts'
import type { Question } from '../dialogue/dialogue.types.ts'
import type { Citizen } from '../messages.types.ts'
import type { Notice } from '../../notices/notices.table.ts'
import type { TextLocale } from '../../vocabulary/locale.ts'

/** One text being taken in, within its transaction. */
export interface TextIntake {
  tx: Tx
  now: Date
  /** When the text came in; others of the same sender may have been taken in since. */
  receivedAt: Date
  incoming: IncomingText
  reading: ReadText
  line: Line
  citizen: Citizen & { created?: boolean }
  actor: CitizenActor
  /** The language of the answer: the text's own, or the citizen's where the text does not tell. */
  locale: TextLocale
  /** A notice in that language, for a text that holds it. */
  say(notice: Notice): string
  situation: Situation
  contactId: string
  messageId: string
}

/** What came of it: where the text was filed, what is answered, what is asked. */
export interface Outcome {
  ticketId: string | null
  /** Where its files go, if not there: with the words of a merged request to the main ticket, whose unit must see them. */
  filesTo?: string
  /** In which state its contact is opened; `reported` has one already. */
  contact: ContactState | 'reported'
  /** What danger its contact tells of, where it is kept without a ticket. */
  danger?: DangerKind | null
  /** What is answered, a line each; what the citizen is sent within the transaction anyway is not said again. */
  replies: Notice[]
  /** A question to put, or null to remove the open one; absent: leave it. */
  question?: Question | null
  audit?: AuditNote[]
  live?: LiveNote[]
}
