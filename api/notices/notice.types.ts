import type { DangerKind, EmergencyNumber } from '../vocabulary/danger.ts'
import type { FileCounts } from '../vocabulary/file.ts'
import type { MessagePurpose } from '../vocabulary/message.ts'
import type { TicketState } from '../vocabulary/ticket.ts'

/** What is known when a notice is about to go out. */
interface NoticeFacts {
  /** Whether the citizen wants to hear of the ticket (需要回复); true where the notice is about none. */
  replyWanted: boolean
}

/** On what a notice depends, for people and for the program. */
export interface Condition {
  words: string
  holds(facts: NoticeFacts): boolean
}

/** One text to a citizen: when, to whom, in which words. The words fix its parameters. */
export interface CitizenNotice {
  /** What happened, in words for whoever reads the table. */
  on: string
  when: Condition
  /** `citizenAndMerged`: also those whose requests were merged into the ticket, each with their own number. */
  to: 'citizen' | 'citizenAndMerged'
  purpose: Extract<MessagePurpose, 'notice' | 'receipt' | 'emergency' | 'followUp'>
  /** `{name}` is filled in; a part in double square brackets is left out when its parameter is missing or empty. */
  zh: string
  en: string
}

/** A unit or line as a text names it. */
export interface Named {
  name: string
  nameEn: string
}

/** What placeholders of these names are given as, and `format.ts` writes; every other one is given as it is to be read. */
export interface ParamValues {
  /** Ticket numbers as stored, twelve figures. */
  number: string
  main: string
  /** Named in the language of the text. */
  unit: Named
  line: Named
  /** The day, in the city's time zone. */
  due: Date
  state: TicketState
  /** What to do first, and whom to call. */
  advice: { kind: DangerKind; call: EmergencyNumber }
  count: number
  /** How many files of each kind. */
  files: FileCounts
  last: number
}

type NamesIn<Words extends string> = Words extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
type WithoutOptional<Words extends string> = Words extends `${infer Before}[[${string}]]${infer After}`
  ? `${Before}${WithoutOptional<After>}`
  : Words
type ValueOf<Name> = Name extends keyof ParamValues ? ParamValues[Name] : string

/** The parameters that words ask for: those in double square brackets may be missing. */
export type ParamsOfWords<Words extends string> = {
  [Name in NamesIn<WithoutOptional<Words>>]: ValueOf<Name>
} & { [Name in NamesIn<Words>]?: ValueOf<Name> | null | undefined }
