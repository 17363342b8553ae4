import type { LimitAmount } from '../../clocks/clocks.types.ts'
import { nextWarning } from '../clock/warn.rules.ts'
import type { ActDeps } from '../life/act.deps.ts'
import type { ActContext } from '../life/act.types.ts'
import { activeAssignments, type Assignment, type Ticket } from '../tickets.store.ts'
import { withAccused } from './accused.store.ts'
import { endParts, insertAssignments } from './assignments.store.ts'
import { chooseHelpers, type UnitsAsked } from './dispatch.rules.ts'
import { helperParts } from './helper-parts.ts'

interface HelpersAsked extends Pick<UnitsAsked, 'coUnitIds' | 'copyUnitIds'> {
  coLimit?: LimitAmount | undefined
  instruction?: string | undefined
}

/** When the clock worker looks next, now that a ticket's helpers are others; the ticket's own warnings stay as they were. */
export const warnAtFor = async (
  { tx, ticket: { id, state, clock, warned, warnAt } }: Pick<ActContext, 'tx' | 'ticket'>,
  deps: Pick<ActDeps, 'counting'>,
): Promise<Pick<Ticket, 'warnAt'>> => ({
  warnAt: nextWarning({ state, clock, warned, warnAt, parts: await activeAssignments(tx, id) }, deps.counting),
})

/**
 * Gives a ticket more helpers in the round of its lead unit, and touches nothing of what is there. Answers what the timeline says.
 * Throws what `chooseHelpers` throws, and `ticket.sub-limit-late`.
 */
export const addHelpers = async (
  context: Pick<ActContext, 'tx' | 'ticket' | 'actor' | 'now'>,
  lead: Pick<Assignment, 'round'>,
  { instruction = '', coLimit, ...asked }: HelpersAsked,
  deps: ActDeps,
): Promise<Record<string, unknown>> => {
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
  return data
}
