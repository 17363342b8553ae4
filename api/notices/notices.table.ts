import { callNotices } from './call.notices.ts'
import { dialogueNotices } from './dialogue.notices.ts'
import { followUpNotices } from './followup.notices.ts'
import type { CitizenNotice, ParamsOfWords } from './notice.types.ts'
import { ticketNotices } from './ticket.notices.ts'

/**
 * Every text to a citizen, by its name: the one place that says when it goes out, to whom and in which words.
 * @internal exported for its test
 */
export const citizenNotices = { ...ticketNotices, ...callNotices, ...followUpNotices, ...dialogueNotices }

type Table = typeof citizenNotices
export type NoticeName = keyof Table
export type TicketNoticeName = keyof typeof ticketNotices

/** What a notice's words ask for. */
type ParamsOf<Name extends NoticeName> = ParamsOfWords<Table[Name]['zh'] | Table[Name]['en']>

type Given<Params> = object extends Params ? { params?: Params } : { params: Params }

/** A notice by its name, with the parameters that its words ask for. */
export type Notice<Name extends NoticeName = NoticeName> = {
  [Each in Name]: { name: Each } & Given<ParamsOf<Each>>
}[Name]

/** The same about a ticket of the citizen, whose number is filled in by whoever sends it. */
export type NoticeToSend<Name extends NoticeName = NoticeName> = {
  [Each in Name]: { name: Each } & Given<Omit<ParamsOf<Each>, 'number'>>
}[Name]

/** The row of a notice, as any row is read. */
export const rowOf = (name: NoticeName): CitizenNotice => citizenNotices[name]
