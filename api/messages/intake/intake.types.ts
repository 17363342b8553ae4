import type { TicketState } from '../../vocabulary/ticket.ts'
import type { Proposal } from '../../triage/triage.types.ts'
import type { WaitingText, Question } from '../dialogue/dialogue.types.ts'
import type { FileCounts } from '../../vocabulary/file.ts'
import type { MachineKind } from '../../vocabulary/message.ts'
import type { Keyword } from '../keywords/keywords.rules.ts'

/**
 * What the dialogue needs to know of one of the citizen's own tickets. Of one that was merged into another the number, title and words are the
 * citizen's own; how it stands is how the main ticket stands, and what they ask for is done there.
 */
export interface OwnTicket {
  id: string
  /** On which ticket an act is done: this one, or the main one. */
  actOn: string
  merged: boolean
  confidential: boolean
  number: string
  title: string
  request: string
  state: TicketState
  matterCode: string | null
  danger: string | null
  dueAt: Date | null
  closedAt: Date | null
  leadUnitId: string | null
}

/** Everything a decision is made of; loaded once, in the transaction. */
export interface Situation {
  /** Open tickets, newest first. */
  open: OwnTicket[]
  /** A ticket of this citizen, open or not, whose number stands in the text. */
  named: OwnTicket | null
  question: Question | null
  followUpOpen: boolean
  /** The newest word of the sender's number is to stop texts; looked up only where a text may take that back. */
  stopped: boolean
  /** The question of the follow-up was put after the one of the dialogue: it is what the citizen answers. */
  surveyNewer: boolean
  now: Date
}

export interface ReadText {
  /** The body without NUL, trimmed at the ends. */
  text: string
  /** About the matter, in the citizen's own words: without a 新诉求 or NEW: before them, without what is quoted of us; empty where nothing can be seen. */
  ownWords: string
  /** What came with it, by what the carrier says it is. */
  files: FileCounts
  keyword: Keyword | null
  /** What wrote it, where no person did. */
  machine: MachineKind | null
  /** What was tapped, of a reaction. */
  tapped: string | null
  /** For whoever stopped texts at the carrier, it starts them again. */
  resumes: boolean
  proposal: Proposal | null
}

/** What is to be done with a text. */
export type Decision =
  | { do: 'stop' }
  | { do: 'start' }
  | { do: 'help' }
  | { do: 'empty' }
  /** No person's text; `look` where one must see it all the same. */
  | { do: 'machine'; kind: MachineKind; look: boolean }
  | { do: 'thanks' }
  | { do: 'person' }
  | { do: 'progress'; tickets: OwnTicket[]; more: number }
  | { do: 'numberUnknown'; number: string }
  | { do: 'urge'; ticket: OwnTicket }
  | { do: 'confirmWithdraw'; ticket: OwnTicket }
  | { do: 'withdraw'; ticketId: string; number: string }
  | { do: 'keepTicket'; number: string }
  | { do: 'noOpenTicket' }
  | { do: 'rate'; text: string }
  | { do: 'followUpReply' }
  | { do: 'choose'; intent: 'supplement' | 'urge' | 'withdraw'; ticketId: string; waitingText: WaitingText | null }
  | { do: 'fileWaitingText'; waitingText: WaitingText }
  | { do: 'redo'; ticketId: string; waitingText: WaitingText }
  | { do: 'dropQuestion' }
  | { do: 'repeatQuestion'; question: Question }
  | { do: 'ask'; intent: 'supplement' | 'urge' | 'withdraw'; tickets: OwnTicket[] }
  /** While a follow-up is asked, where no other numbered question may be put: with the ticket's number, and no menu. */
  | { do: 'askWithNumber'; intent: 'urge' | 'withdraw'; tickets: OwnTicket[] }
  /** An answer to a follow-up that is over, and blames: a person sees it. */
  | { do: 'lateAnswer' }
  | { do: 'askReopen'; ticket: OwnTicket }
  | { do: 'supplement'; ticket: OwnTicket }
  | { do: 'newHow' }
  | { do: 'choiceNone' }
  /** A new request, or a danger: whatever the text may answer besides. */
  | { do: 'report' }
