import { beforeDispatch } from '../../../../vocabulary/ticket.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/** Hands the request to another line (转办, 一键转接): who, when, to which line, connected or not (G12). */
export const transferOut = defineAct({
  action: 'transferOut',
  from: beforeDispatch,
  to: 'transferredOut',
  roles: ['agent', ...dispatchRoles],
  guards: [],
  tells: ['citizen'],
  source: 'G53; G12',
  danger: true,
  key: 't',
  fields: {
    /** The line or body that takes it: 110, 12315, a vertical department … */
    to: { kind: 'text', most: 100, rows: 1, required: true, hint: true },
    /** Whether the other side took it while the citizen was there; if not, what happened. */
    connected: { kind: 'yesNo', fallback: true, required: true },
    told: { ...remark, required: true },
  },
  async decide(_, { to, connected, told }) {
    return {
      patch: { outcome: to },
      text: told,
      visibility: 'citizen',
      data: { to, connected },
      notice: { name: 'ticket.transferredOut', params: { to, told } },
    }
  },
})
