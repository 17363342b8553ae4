import type { Read, Tx } from '../../db/db.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Notices } from '../notices/notices.ts'
import type { NoticeName } from '../notices/notices.table.ts'
import type { TextArrival } from '../vocabulary/message.ts'

export type FollowUp = Read['t']['followUp']['$inferSelect']

/** Grades that count as dissatisfied: 不满意, 非常不满意. */
export const isDissatisfied = (grade: number | null) => grade !== null && grade <= 2

/** The newest text that tells one of some notices about a ticket, written since a moment. */
interface TextAsked {
  ticketId: string
  notices: readonly NoticeName[]
  since: Date | null
}

/** What asking a citizen needs. */
export interface AskDeps extends WriteDeps {
  notices: Pick<Notices, 'tell'>
  /** Whether the citizen can and may be sent a text: a number that takes texts, and no opt-out. */
  mayText(tx: Tx, citizenId: string): Promise<boolean>
  /** Whether another numbered question waits for the citizen's answer by text; ours then waits for it. */
  hasQuestion(tx: Tx, citizenId: string): Promise<boolean>
  /** How far a text has come; null: there is none. */
  arrivalOf(tx: Tx, asked: TextAsked): Promise<TextArrival | null>
}
