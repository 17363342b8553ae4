import { z } from 'zod'
import type { StaffActor } from '../vocabulary/actor.ts'
import { hasRole } from '../vocabulary/actor.ts'
import { platformProblem } from '../platform/problem.ts'
import { Remark } from '../tickets/life/ticket.input.ts'
import { mergedInto } from '../tickets/tickets.ts'
import { judgedBy, keepDecision, redoWay } from './decision.ts'
import { followUpProblem } from './followup.errors.ts'
import { loadFollowUp, lockAskingOf } from './followup.store.ts'
import { isDissatisfied, type FollowUp } from './followup.types.ts'
import type { SettleDeps } from './settle.ts'

export const DecisionInput = z
  .strictObject({
    version: z.number().int().positive(),
    decision: z.enum(['redo', 'keep']),
    reason: Remark,
  })
  .meta({ id: 'FollowUpDecisionBody', samples: [{ version: 3, decision: 'redo', reason: '问题未解决' }] })

/**
 * A supervisor settles what was not redone at once: done again (the main ticket of a merged request; told to the unit where that is at it again
 * already), or left, with the reason. Throws `auth.forbidden`, `follow-up.not-found`, `follow-up.conflict`, `follow-up.settled`,
 * `follow-up.redo-late` when the days within which a ticket may be done again have passed, `follow-up.redo-over` when it ended otherwise.
 */
export const decideFollowUp =
  (deps: SettleDeps) =>
  async (actor: StaffActor, id: string, input: z.output<typeof DecisionInput>): Promise<FollowUp> => {
    if (!hasRole(actor, 'supervisor')) throw platformProblem('auth.forbidden')
    return deps.db.tx(async (tx) => {
      const { followUp: before } = await loadFollowUp(tx, actor, id)
      if (before.version !== input.version)
        throw followUpProblem('follow-up.conflict', undefined, { version: before.version })
      if (before.decision !== 'pending' || !isDissatisfied(before.grade)) throw followUpProblem('follow-up.settled')
      const { reason } = input
      const judged = await judgedBy(tx, before)
      const { main } = judged
      if (input.decision === 'keep')
        return keepDecision(deps, tx, actor, before, { ...judged, decision: 'kept', reason })
      const way = redoWay(main, deps.clock.now())
      if (way === 'late') throw followUpProblem('follow-up.redo-late')
      if (way === 'over') throw followUpProblem('follow-up.redo-over', undefined, { state: main.state })
      if (way === 'join') return keepDecision(deps, tx, actor, before, { ...judged, decision: 'joined', reason })
      const others = await mergedInto(tx, main.id)
      await lockAskingOf(tx, [main.citizenId, ...others.map(({ citizenId }) => citizenId)])
      const after = await keepDecision(deps, tx, actor, before, { ...judged, decision: 'redone', reason })
      await deps.act.actIn(tx, actor, { ticketId: main.id, action: 'redo', input: { reason } })
      return after
    })
  }
