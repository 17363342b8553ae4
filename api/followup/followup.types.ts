import type { Read, Tx } from '../../db/db.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Notices } from '../notices/notices.ts'

export type FollowUp = Read['t']['followUp']['$inferSelect']

/** Grades that count as dissatisfied: 不满意, 非常不满意. */
export const isDissatisfied = (grade: number | null) => grade !== null && grade <= 2

/** What asking a citizen needs. */
export interface AskDeps extends WriteDeps {
  notices: Pick<Notices, 'tell'>
  /** Whether the citizen can and may be sent a text: a number that takes texts, and no opt-out. */
  mayText(tx: Tx, citizenId: string): Promise<boolean>
}
