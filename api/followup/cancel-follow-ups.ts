import type { CancelFollowUps } from '../tickets/life/act.deps.ts'
import { askNext } from './ask.ts'
import { cancelOpenOf, lockAsking } from './followup.store.ts'
import type { AskDeps } from './followup.types.ts'

/** Stops asking about work that is done again, in the redo's own transaction, and goes on to the citizen's next ticket. */
export const cancelFollowUps =
  (deps: AskDeps): CancelFollowUps =>
  async (tx, ticket) => {
    await lockAsking(tx, ticket.citizenId)
    if ((await cancelOpenOf(tx, ticket.id, deps.clock.now())) > 0) await askNext(deps, tx, ticket.citizenId)
  }
