import { z } from 'zod'
import { record } from '../../audit/record.ts'
import { defineEffect } from '../../platform/effect.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import type { Act } from '../life/act.ts'
import type { ActDeps } from '../life/act.deps.ts'
import { ticketProblem } from '../tickets.errors.ts'
import { saveTicket, type Ticket } from '../tickets.store.ts'
import { withAccused } from '../units/accused.store.ts'
import { planSending } from '../units/plan-dispatch.ts'
import { SendingInput } from '../units/dispatch-plan.dto.ts'
import { leavingNote } from './leaving.view.ts'
import { groundOf, leavesAtOnce, undoMs, type UndoAction } from './undo.rules.ts'

export interface UndoDeps extends WriteDeps, ActDeps {
  act: Act
}

/** Carries out what was decided, once its window has closed; `key` tells which try is meant. */
export const leaveEffect = defineEffect('ticket.leave', { ticketId: z.string(), key: z.string() }, { repeatable: true })

/**
 * Decides to send a ticket to units and lets it leave when the window for second thoughts closes: until then no unit and no citizen
 * hears of it, no limit starts, and the ticket stays where it is. What would be refused is refused now. A danger leaves at once: then
 * the ticket that comes back has been sent. Throws what the act throws, and `ticket.leaving` where one is on its way already.
 */
export const leaveLater =
  (deps: UndoDeps) =>
  (
    actor: StaffActor,
    asked: { ticketId: string; action: UndoAction; version: number; input: unknown },
  ): Promise<Ticket> =>
    deps.db.tx(async (tx) => {
      const { ticket, input } = await deps.act.checkIn(tx, actor, asked)
      if (ticket.leaving !== null) throw ticketProblem('ticket.leaving')
      if (leavesAtOnce(ticket)) return deps.act.actIn(tx, actor, asked)
      const now = deps.clock.now()
      const { lead, clock } = planSending(
        deps,
        await withAccused(tx, ticket),
        asked.action,
        SendingInput.parse(input),
        now,
      )
      const leavesAt = new Date(now.getTime() + undoMs)
      const key = `leave:${ticket.id}:${ticket.version}`
      const after = await saveTicket(tx, ticket, {
        leaving: {
          key,
          action: asked.action,
          input: { ...input, leadUnitId: lead.id },
          by: { id: actor.id, name: actor.name },
          at: now.toISOString(),
          leavesAt: leavesAt.toISOString(),
          unitId: lead.id,
          limit: { ...clock.limit, dueAt: clock.dueAt },
          ground: groundOf(ticket),
        },
      })
      await record(tx, deps, actor, {
        audit: [
          {
            action: 'ticket.leave',
            entity: 'ticket',
            entityId: ticket.id,
            after: { act: asked.action, leadUnitId: lead.id, leavesAt: leavesAt.toISOString() },
          },
        ],
        live: [leavingNote(after, 'leaving')],
        outbox: [{ ...leaveEffect.promise(key, { ticketId: ticket.id, key }), runAt: leavesAt }],
      })
      return after
    })
