import type { TextStatus } from '../vocabulary/message.ts'
import type { RefusalReason } from './outcomes.types.ts'

/** A file that came with a text: where the carrier has it, and what it says it is. */
interface IncomingFile {
  url: string
  contentType: string
}

/** One text as the carrier delivered it, already verified. */
export interface IncomingText {
  /** The carrier's id of the message. */
  ref: string
  /** Equal in all repeats of one delivery. */
  deliveryToken: string | null
  /** A number, or `withheld`, or a short or alphanumeric sender; only a number can be answered. */
  from: string
  /** A line of the hotline, E.164. */
  to: string
  body: string
  media: IncomingFile[]
  /** The carrier's own reading of a word about texts; null where it has none. */
  optOut: OptOutWord | null
  /** The carrier sends texts again to whoever stopped them and says this; to anybody else it may mean something else. */
  resumes?: boolean
}

/** What a word about texts asks for: none any more, some again, what one may write. */
export type OptOutWord = 'stop' | 'start' | 'help'

/** What the carrier says of one text of ours. */
export interface TextReport {
  /** The carrier's id. */
  ref: string
  /** Null for a word that the carrier has not documented. */
  status: TextStatus | null
  /** The carrier's own word for the status: tells reports apart, and is logged where `status` is null. */
  said: string
  /** Why it did not arrive; null where it may have. */
  reason: RefusalReason | null
  /** The carrier's own code of the reason, kept for whoever asks the carrier. */
  errorCode: string | null
}

/** News of a text that was sent. */
export interface TextNews extends TextReport {
  deliveryToken: string | null
  /** Our own id: settles a text whose sending timed out before the carrier named it. */
  messageId: string | null
}

/** A text as the carrier's list of sent ones shows it. */
export interface ListedText extends TextReport {
  body: string
  /** When the carrier took it. */
  takenAt: Date
}

/** Who hears of texts. Both finish before the carrier is answered. */
export interface TextListener {
  /** Takes in one text, once; also one to a number that is no line. */
  receive(text: IncomingText): Promise<void>
  /** Notes what became of a text, once. */
  noteStatus(news: TextNews): Promise<void>
}
