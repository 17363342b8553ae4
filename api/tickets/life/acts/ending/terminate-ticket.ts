import { atUnit, declineOutcomes } from '../../../../vocabulary/ticket.ts'
import { endAssignments } from '../../../units/assignments.store.ts'
import { cancelRequests } from '../../../units/requests.store.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/** Ends the handling early on the unit's written request (终止办理, WF 21): approved here, and the citizen is told. */
export const terminateTicket = defineAct({
  action: 'terminate',
  from: [...atUnit, 'paused'],
  to: 'terminated',
  roles: dispatchRoles,
  guards: [],
  tells: ['citizen', 'leadUnit'],
  source: 'WF 21',
  danger: true,
  key: 'shift+e',
  fields: {
    /** One of the cases that are not handled, or the citizen refuses to co-operate (WF 21). */
    ground: { kind: 'choice', options: [...declineOutcomes, 'citizenRefuses'], words: 'terminate', required: true },
    reason: { ...remark, required: true },
    told: { ...remark, required: true },
  },
  async decide({ tx, actor, now, ticket }, { ground, reason, told }) {
    await endAssignments(tx, ticket.id, now, 'terminated')
    await cancelRequests(tx, ticket.id, now, actor.id)
    return {
      patch: { outcome: ground },
      text: told,
      reason,
      visibility: 'citizen',
      data: { ground },
      notice: { name: 'ticket.terminated', params: { told } },
    }
  },
})
