import { writeClock } from '../../clocks/clock.json.ts'
import type { LimitAmount } from '../../clocks/clocks.types.ts'
import { startSubLimit } from '../clock/sub-limit.rules.ts'
import type { ActDeps } from '../life/act.deps.ts'
import type { ActContext } from '../life/act.types.ts'
import type { Assignment } from '../tickets.store.ts'
import { newAssignment } from './assignments.store.ts'
import type { UnitChosen } from './dispatch.rules.ts'

interface HelpersGiven {
  /** The round of the lead unit that they help. */
  round: number
  /** When the ticket is due, by which those go that are given no sub-limit. */
  due: Date
  coLimit?: LimitAmount | undefined
  instruction: string | null
}

/**
 * The assignments of co-handling and copied units, not yet written, and what the timeline says of them: nothing of them looks at the lead
 * unit's signature, windows or clock. Throws `ticket.sub-limit-late`.
 */
export const helperParts = (
  deps: Pick<ActDeps, 'ids' | 'counting'>,
  { ticket, actor, now }: Pick<ActContext, 'ticket' | 'actor' | 'now'>,
  helpers: readonly UnitChosen[],
  { round, due, coLimit, instruction }: HelpersGiven,
): { parts: Assignment[]; data: Record<string, unknown> } => {
  const co = helpers.filter(({ role }) => role === 'co')
  const clock = coLimit && co.length > 0 ? startSubLimit(now, coLimit, due, deps.counting) : null
  const parts = helpers.map(({ unit, role }) =>
    newAssignment({
      id: deps.ids.next('assignment'),
      ticketId: ticket.id,
      unitId: unit.id,
      unitPath: unit.path,
      role,
      round,
      designated: false,
      instruction,
      dispatchedAt: now,
      dispatchedBy: actor.id,
      signBy: null,
      contactBy: null,
      returnBy: null,
      dueAt: role === 'co' ? (clock?.dueAt ?? due) : null,
      clock: role === 'co' && clock ? writeClock(clock) : null,
    }),
  )
  return {
    parts,
    data: {
      coUnitIds: co.map(({ unit }) => unit.id),
      ...(clock ? { coLimit: clock.limit, coDueAt: clock.dueAt.toISOString() } : {}),
      copyUnitIds: helpers.flatMap(({ unit, role }) => (role === 'copied' ? [unit.id] : [])),
    },
  }
}
