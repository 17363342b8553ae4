import { beforeDispatch, declineOutcomes } from '../../../../vocabulary/ticket.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/** Does not accept a request (不予受理) and says why and where to go (BJ 11; WF 19). It is still counted. */
export const declineTicket = defineAct({
  action: 'decline',
  from: beforeDispatch,
  to: 'declined',
  roles: ['agent', ...dispatchRoles],
  guards: [],
  tells: ['citizen'],
  source: 'BJ 11; WF 19',
  danger: true,
  key: 'shift+n',
  fields: {
    outcome: { kind: 'choice', options: declineOutcomes, words: 'decline', required: true },
    /** The statutory or social route the citizen is shown (告知途径). */
    route: { ...remark, rows: 2, required: true },
    /** What the citizen was told, in the words used. */
    told: { ...remark, required: true },
  },
  async decide(_, { outcome, route, told }) {
    return {
      patch: { outcome },
      text: told,
      reason: outcome,
      visibility: 'citizen',
      data: { outcome, route },
      notice: { name: 'ticket.declined', params: { told, route } },
    }
  },
})
