import type { LimitAmount } from '../../clocks/clocks.types.ts'
import { nextWarning } from '../clock/warn.rules.ts'
import type { ActDeps } from '../life/act.deps.ts'
import type { ActContext } from '../life/act.types.ts'
import { activeAssignments, type Assignment } from '../tickets.store.ts'
import { withAccused } from './accused.store.ts'
import { endParts, insertAssignments } from './assignments.store.ts'
import { chooseHelpers, type UnitsAsked } from './dispatch.rules.ts'
import { helperParts } from './helper-parts.ts'

interface HelpersAsked extends Pick<UnitsAsked, 'coUnitIds' | 'copyUnitIds'> {
  coLimit?: LimitAmount | undefined
  instruction?: string | undefined
}

/** The clock worker looks as soon as one of the new helpers' limits asks for it; for the ticket's own warnings it looks when it would have. */
const sooner = (a: Date | null, b: Date | null) => (a === null || (b !== null && b < a) ? b : a)

/**
 * Gives a ticket more helpers in the round of its lead unit, and touches nothing of what is there. Answers what the timeline says, and when
 * the clock worker looks next.
 * Throws what `chooseHelpers` throws, and `ticket.sub-limit-late`.
 */
export const addHelpers = async (
  context: Pick<ActContext, 'tx' | 'ticket' | 'actor' | 'now'>,
  lead: Pick<Assignment, 'round'>,
  { instruction = '', coLimit, ...asked }: HelpersAsked,
  deps: ActDeps,
): Promise<{ data: Record<string, unknown>; warnAt: Date | null }> => {
  const { tx, ticket, now } = context
  const { units, replaced } = chooseHelpers(
    await withAccused(tx, ticket),
    await activeAssignments(tx, ticket.id),
    asked,
    deps,
  )
  const { parts, data } = helperParts(deps, context, units, {
    round: lead.round,
    due: ticket.dueAt ?? now,
    coLimit,
    instruction: instruction || null,
  })
  await endParts(tx, replaced, now, 'removed')
  await insertAssignments(tx, parts)
  const { state, clock, warned, warnAt } = ticket
  return { data, warnAt: sooner(warnAt, nextWarning({ state, clock, warned, warnAt, parts }, deps.counting)) }
}
