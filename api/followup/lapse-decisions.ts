import { systemActor } from '../vocabulary/actor.ts'
import { judgedBy, keepDecision, redoWay, windowMs } from './decision.ts'
import { mustFindFollowUp, pendingDecisions } from './followup.store.ts'
import type { FollowUp } from './followup.types.ts'
import { oneApart } from './one-apart.ts'
import type { SettleDeps } from './settle.ts'

const page = 100

/** Ends what nobody decided while it could still be done again: it is told as such, and never refused in the middle of a click. */
export const lapseDecisions = (deps: SettleDeps) => async (): Promise<number> => {
  const now = deps.clock.now()
  let count = 0
  let after: { at: Date; id: string } | null = null
  for (;;) {
    const rows: FollowUp[] = await pendingDecisions(deps.db, new Date(now.getTime() - windowMs), after, page)
    for (const { id } of rows) {
      const lapsed = await oneApart(deps, { followUp: id }, () =>
        deps.db.tx(async (tx) => {
          const before = await mustFindFollowUp(tx, id)
          if (before.decision !== 'pending') return false
          const judged = await judgedBy(tx, before)
          const way = redoWay(judged.main, now)
          if (way === 'redo' || way === 'join') return false
          await keepDecision(deps, tx, systemActor('followUp'), before, { ...judged, decision: 'lapsed', reason: null })
          return true
        }),
      )
      if (lapsed) count++
    }
    const last = rows.at(-1)
    if (rows.length < page || !last?.doneAt) return count
    after = { at: last.doneAt, id: last.id }
  }
}
