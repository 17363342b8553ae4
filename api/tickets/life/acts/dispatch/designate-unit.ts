import type { TicketClock } from '../../../clock/ticket-clock.types.ts'
import { activeAssignments, type Assignment } from '../../../tickets.store.ts'
import { withAccused } from '../../../units/accused.store.ts'
import { addHelpers } from '../../../units/add-helpers.ts'
import { endAssignments, leadOf, patchAssignment } from '../../../units/assignments.store.ts'
import { chooseUnits } from '../../../units/dispatch.rules.ts'
import { cancelRequests, decideReturn } from '../../../units/requests.store.ts'
import { clockPatch, newClock, sendToUnits } from '../../../units/send-to-units.ts'
import { remark } from '../../common.fields.ts'
import type { ActDeps } from '../../act.deps.ts'
import type { ActInput } from '../../act-form.types.ts'
import type { ActContext, Change } from '../../act.types.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'
import { instruction, leadUnitId, limit, otherUnits } from './sending.fields.ts'

const fields = {
  leadUnitId: { ...leadUnitId, required: true },
  reason: { ...remark, rows: 2, required: true },
  instruction,
  ...otherUnits,
  limit,
} as const

/** The unit that wanted to return it keeps it, and may not return it any more: all that it has done so far stands. */
const keepLead = async (
  context: ActContext,
  lead: Assignment,
  clock: TicketClock,
  { reason, instruction: asked, coUnitIds = [], copyUnitIds = [], coLimit }: ActInput<typeof fields>,
  deps: ActDeps,
): Promise<Change> => {
  const { tx, ticket } = context
  const { data } = await addHelpers(context, lead, { coUnitIds, copyUnitIds, coLimit, instruction: asked }, deps)
  await patchAssignment(tx, lead.id, { designated: true, returnBy: null, instruction: asked ?? lead.instruction })
  const state = ticket.stateBefore ?? 'dispatched'
  const parts = await activeAssignments(tx, ticket.id)
  return {
    to: 'before',
    patch: {
      designated: true,
      whyUnit: 'designated',
      stateBefore: null,
      ...clockPatch(deps, { state, warned: ticket.warned }, clock, parts),
    },
    text: reason,
    reason,
    data: { ...data, round: lead.round, leadUnitId: lead.unitId, dueAt: clock.dueAt, instruction: asked ?? null },
  }
}

/**
 * Designates who must handle a disputed ticket (指定承办, WF 22): that unit may not return it. An open return is decided with it:
 * rejected when the same unit is designated, whose signature, first contact, helpers and clock stand; upheld when another is (a new limit
 * starts). Throws what a dispatch throws, and `ticket.unit-has-part` for a helper that the ticket has already.
 */
export const designateUnit = defineAct({
  action: 'designate',
  from: ['returnRequested', 'awaitingDispatch'],
  to: 'dispatched',
  orTo: 'before',
  roles: dispatchRoles,
  guards: ['matterKnown'],
  tells: ['citizen', 'leadUnit', 'otherUnits'],
  source: 'WF 22',
  key: 'shift+d',
  plan: true,
  fields,
  async decide(context, input, deps) {
    const { tx, actor, now, ticket } = context
    const chosen = chooseUnits(await withAccused(tx, ticket), input, deps)
    const same = ticket.leadUnitId === chosen.lead.id
    await decideReturn(tx, ticket.id, {
      state: same ? 'rejected' : 'upheld',
      at: now,
      by: actor.id,
      note: input.reason,
    })
    const lead = same ? await leadOf(tx, ticket.id) : undefined
    if (lead && ticket.clock) return keepLead(context, lead, ticket.clock, input, deps)
    // What the unit that had it asked for is not the next one's to get.
    await cancelRequests(tx, ticket.id, now, actor.id)
    await endAssignments(tx, ticket.id, now, 'designated')
    const clock = newClock(deps, ticket, { at: now, chosen: input.limit })
    const sent = await sendToUnits(deps, context, chosen, {
      clock,
      coLimit: input.coLimit,
      instruction: input.instruction ?? null,
      designated: true,
      warned: 0,
    })
    return {
      patch: {
        ...sent.patch,
        stateBefore: null,
        extensionCount: 0,
      },
      text: input.reason,
      reason: input.reason,
      data: { ...sent.data, instruction: input.instruction ?? null },
      // A new limit is a new promise; where the same unit keeps its clock, what the citizen was told still holds.
      notice: { name: 'ticket.dispatched', params: { unit: chosen.lead, due: new Date(clock.dueAt) } },
    }
  },
})
