import { endAssignments } from '../../../units/assignments.store.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { closeReasonOf } from '../../close-reason.ts'

/** Closes a ticket (办结): with a follow-up outcome, or with the recorded reason why there is none. */
export const closeTicket = defineAct({
  action: 'close',
  from: ['awaitingFollowUp'],
  to: 'closed',
  roles: ['followUp', 'supervisor', 'citizen', 'system'],
  guards: ['followUpSettled'],
  tells: ['leadUnit'],
  source: 'BJ 23',
  primaryIn: { awaitingFollowUp: 1 },
  key: 'e',
  fields: { note: { ...remark, rows: 2 } },
  async decide({ tx, now, ticket }, { note }) {
    await endAssignments(tx, ticket.id, now, 'closed')
    const closeReason = await closeReasonOf(tx, ticket)
    return {
      patch: { closeReason },
      text: note ?? null,
      reason: closeReason,
      visibility: 'citizen',
      data: { closeReason },
    }
  },
})
