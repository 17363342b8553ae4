import type { Read, Tx } from '../../db/db.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Notices } from '../notices/notices.ts'

export type FollowUp = Read['t']['followUp']['$inferSelect']

/** The three separate questions, then the reason of somebody who is not satisfied. */
export const followUpSteps = ['contacted', 'solved', 'satisfied', 'reason', 'done'] as const
export type FollowUpStep = (typeof followUpSteps)[number]

export const followUpStates = [
  'waiting',
  'asking',
  'calling',
  'answered',
  'noReply',
  'unreachable',
  'cancelled',
] as const
export type FollowUpState = (typeof followUpStates)[number]

/** States in which the citizen may still be asked. */
export const openFollowUpStates: readonly FollowUpState[] = ['waiting', 'asking', 'calling']

/** What became of dissatisfaction: done again at once, waiting for a supervisor, done again by one, left as it is. */
export const followUpDecisions = ['redo', 'pending', 'redone', 'kept'] as const

/** Grades that count as dissatisfied: 不满意, 非常不满意. */
export const isDissatisfied = (grade: number | null) => grade !== null && grade <= 2

/** What asking a citizen needs. */
export interface AskDeps extends WriteDeps {
  notices: Pick<Notices, 'tell'>
  /** Whether the citizen can and may be sent a text: a number that takes texts, and no opt-out. */
  mayText(tx: Tx, citizenId: string): Promise<boolean>
}
