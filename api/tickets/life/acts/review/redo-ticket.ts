import { ticketProblem } from '../../../tickets.errors.ts'
import { assignmentsOf, endAssignments } from '../../../units/assignments.store.ts'
import { withAccused } from '../../../units/accused.store.ts'
import { chooseUnits } from '../../../units/dispatch.rules.ts'
import { newClock, sendToUnits } from '../../../units/send-to-units.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { limit } from '../dispatch/sending.fields.ts'

/** Sends an answered ticket back to be done again (重办, JN 27): the same units, a new limit, one more on the counter. */
export const redoTicket = defineAct({
  action: 'redo',
  from: ['awaitingFollowUp', 'closed'],
  to: 'dispatched',
  roles: ['followUp', 'supervisor', 'citizen', 'system'],
  guards: ['wasHandled', 'withinReopenWindow'],
  tells: ['citizen', 'leadUnit', 'otherUnits', 'supervisors'],
  source: 'JN 27',
  danger: true,
  key: 'b',
  plan: true,
  fields: { reason: { ...remark, required: true }, limit },
  async decide(context, { reason, limit }, deps) {
    const { tx, now, ticket } = context
    const before = await assignmentsOf(tx, ticket.id)
    const round = before.at(-1)?.round
    const last = before.filter((one) => one.round === round && one.endReason !== 'removed')
    const lead = last.find(({ role }) => role === 'lead')
    // A ticket that was answered on the spot never had a unit: it is dispatched, not redone.
    if (!lead) throw ticketProblem('ticket.illegal-transition')
    const of = (role: 'co' | 'copied') =>
      last.filter((one) => one.role === role && deps.directory.unitById(one.unitId)?.active).map(({ unitId }) => unitId)
    const chosen = chooseUnits(
      await withAccused(tx, ticket),
      { leadUnitId: lead.unitId, coUnitIds: of('co'), copyUnitIds: of('copied') },
      deps,
    )
    await endAssignments(tx, ticket.id, now, 'redo')
    await deps.endFollowUps(tx, context.actor, ticket)
    const clock = newClock(deps, ticket, { at: now, chosen: limit, again: true })
    const sent = await sendToUnits(deps, context, chosen, {
      clock,
      instruction: reason,
      designated: ticket.designated,
      warned: 0,
    })
    return {
      patch: { ...sent.patch, redoCount: ticket.redoCount + 1, extensionCount: 0, closedAt: null, closeReason: null },
      text: reason,
      reason,
      visibility: 'citizen',
      data: { ...sent.data, redo: ticket.redoCount + 1 },
      notice: { name: 'ticket.redo', params: { unit: chosen.lead, due: new Date(clock.dueAt) } },
    }
  },
})
