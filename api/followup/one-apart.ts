import type { WriteDeps } from '../platform/deps.ts'
import { Problem } from '../platform/problem.ts'

/**
 * One of many that a job goes through: a fault is logged and must not stop the others. A citizen or a colleague who acts at this very moment wins, and
 * that is no fault. Answers what the work answers; null where it failed.
 */
export const oneApart = async <Done>(
  { log }: Pick<WriteDeps, 'log'>,
  which: { followUp: string } | { citizen: string },
  work: () => Promise<Done>,
): Promise<Done | null> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) log.error({ err: error, ...which }, 'a job of the follow-up')
    return null
  }
}
