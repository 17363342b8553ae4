import { z } from 'zod'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { hasRole } from '../../vocabulary/actor.ts'
import { platformProblem } from '../../platform/problem.ts'
import { record } from '../../audit/record.ts'
import { Remark } from '../../tickets/life/ticket.input.ts'
import { findTicketRow, renewCloseReason } from '../../tickets/tickets.ts'
import { callInstead } from '../ask.ts'
import { followUpProblem } from '../followup.errors.ts'
import { followUpNote } from '../followup-note.ts'
import { loadFollowUp, lockAsking, saveFollowUp, type FollowUpPatch } from '../followup.store.ts'
import type { FollowUp } from '../followup.types.ts'
import { nextStep } from '../replies/reply.rules.ts'
import type { Known } from '../replies/reply.types.ts'
import type { SettleDeps } from '../settle.ts'
import { attemptsOf, pendingAttempt, saveCheck } from './attempts.store.ts'

export const CheckInput = z
  .strictObject({ version: z.number().int().positive(), accept: z.boolean(), note: Remark.optional() })
  .refine(({ accept, note }) => accept || note !== undefined, { path: ['note'], message: 'why it is not accepted' })
  .meta({ id: 'FollowUpCheckBody', samples: [{ version: 3, accept: true }] })

const nothing: Known = { contacted: null, solved: null, grade: null, reason: null }

/** How a round stands without a result that is not accepted: open again, or, where its answer is being done again by now, as far as it had come. */
const withoutResult = (before: FollowUp, known: Known, again: boolean, attempts: number): FollowUpPatch => {
  const base = {
    ...known,
    step: nextStep(known),
    withoutCall: null,
    check: null,
    claimedBy: null,
    attempts,
    reminded: 0,
  }
  if (again) return { ...base, state: 'calling', decision: null, doneAt: null, lastAttemptAt: null }
  const spoken = known.contacted !== null || known.solved !== null || known.grade !== null
  const decision = before.decision === 'pending' ? null : before.decision
  return { ...base, decision, state: spoken ? 'answered' : 'cancelled', channel: 'sms' }
}

/**
 * A supervisor looks at a result that was noted without a call of the hotline's: it stands, or it never was and the citizen is asked again. Nobody
 * accepts their own. Throws `auth.forbidden`, `follow-up.not-found`, `follow-up.conflict`, `follow-up.nothing-to-check`, `follow-up.own-result`.
 */
export const checkResult =
  (deps: SettleDeps) =>
  async (actor: StaffActor, id: string, { version, accept, note }: z.output<typeof CheckInput>): Promise<FollowUp> => {
    if (!hasRole(actor, 'supervisor')) throw platformProblem('auth.forbidden')
    return deps.db.tx(async (tx) => {
      const { followUp: before, ticket } = await loadFollowUp(tx, actor, id)
      await lockAsking(tx, before.citizenId)
      if (before.version !== version)
        throw followUpProblem('follow-up.conflict', undefined, { version: before.version })
      const attempt = await pendingAttempt(tx, id)
      if (before.check !== 'pending' || !attempt) throw followUpProblem('follow-up.nothing-to-check')
      if (attempt.by === actor.id) throw followUpProblem('follow-up.own-result')
      const check = accept ? 'confirmed' : 'rejected'
      await saveCheck(tx, attempt.id, {
        check,
        checkedAt: deps.clock.now(),
        checkedBy: actor.id,
        checkNote: note ?? null,
      })
      const judged = ticket.mainTicketId === null ? ticket : await findTicketRow(tx, ticket.mainTicketId)
      const again = !accept && judged.redoCount === before.round
      const made = (await attemptsOf(tx, [id])).filter(
        ({ outcome, callId }) => outcome === 'noAnswer' && callId !== null,
      )
      const after = await saveFollowUp(
        tx,
        before,
        accept ? { check } : withoutResult(before, attempt.known ?? nothing, again, made.length),
      )
      await record(tx, deps, actor, {
        timeline: [
          {
            ticketId: ticket.id,
            type: 'followUpChecked',
            visibility: 'hotline',
            text: note ?? null,
            data: { followUpId: id, check },
          },
        ],
        audit: [
          {
            action: `followUp.${check}`,
            entity: 'followUp',
            entityId: id,
            before: { state: before.state, grade: before.grade },
            after: { state: after.state, grade: after.grade },
            reason: note ?? null,
          },
        ],
        live: [followUpNote(ticket, id, { type: 'started', payload: { ticketId: ticket.id, state: after.state } })],
      })
      if (!again) return after
      // Whoever read the rating in the ticket reads there as well that it is asked for again.
      await renewCloseReason(tx, ticket)
      return callInstead(deps, tx, after, 'rejected')
    })
  }
