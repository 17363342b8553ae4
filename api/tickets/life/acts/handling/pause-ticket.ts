import { pause } from '../../../../clocks/clock.rules.ts'
import { pauseTicketClock } from '../../../clock/ticket-clock.rules.ts'
import { ticketProblem } from '../../../tickets.errors.ts'
import { noDue } from '../../../tickets.store.ts'
import { moveOwnDue } from '../../../units/assignments.store.ts'
import { withinSentence } from '../../../../notices/within-sentence.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/** Why a limit may stand still (by analogy with DIS 30, 32; MS20 20). */
const pauseReasons = ['supplement', 'thirdParty', 'appraisal'] as const

/**
 * Stops the limit while the citizen, a third party or an appraisal is waited for (挂起). A limit that has passed cannot be stopped, nor
 * one for a supplement that nobody asked the citizen for (DIS 30).
 */
export const pauseTicket = defineAct({
  action: 'pause',
  from: ['handling'],
  to: 'paused',
  roles: ['unitHead', ...dispatchRoles],
  part: 'lead',
  guards: ['notExpired'],
  tells: ['citizen', 'supervisors'],
  source: 'default, by analogy with DIS 30',
  key: 'h',
  fields: {
    reason: { kind: 'choice', options: pauseReasons, words: 'pauseReason', fallback: 'supplement', required: true },
    note: { ...remark, required: true },
    /** What the citizen is told; where a supplement is waited for, what they are to supply. */
    told: { ...remark, rows: 2 },
  },
  rule: (schema) =>
    schema.refine(({ reason, told }) => reason !== 'supplement' || told !== undefined, {
      path: ['told'],
      message: 'what the citizen is to supply is required',
    }),
  async decide({ tx, now, ticket }, { reason, note, told }, deps) {
    if (!ticket.clock) throw ticketProblem('ticket.illegal-transition')
    const clock = pauseTicketClock(ticket.clock, now, reason, deps.counting)
    await moveOwnDue(tx, ticket.id, (own) => pause(own, now, reason, deps.counting), new Date(clock.dueAt))
    return {
      patch: { clock, dueSort: noDue, warnAt: null },
      text: note,
      reason,
      data: { reason, ...(told === undefined ? {} : { told }) },
      notice: told === undefined ? null : { name: 'ticket.paused', params: { told: withinSentence(told) } },
    }
  },
})
