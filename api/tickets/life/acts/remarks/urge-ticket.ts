import { atUnit, beforeDispatch } from '../../../../vocabulary/ticket.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles, unitRoles } from '../../ticket.machine.ts'

/** Urges the unit on (催办), by the hotline or by the citizen; each with time and actor. */
export const urgeTicket = defineAct({
  action: 'urge',
  from: [...beforeDispatch, ...atUnit, 'answered', 'returnRequested', 'paused'],
  to: 'same',
  roles: ['agent', ...dispatchRoles, 'followUp', 'citizen', ...unitRoles],
  part: 'copied',
  mergedToo: true,
  guards: [],
  tells: ['leadUnit', 'dispatchers'],
  source: 'BJ 12(1): a copied district urges; else default',
  key: 'u',
  fields: { text: { ...remark, rows: 2 } },
  async decide({ ticket }, { text }) {
    return { patch: { urgeCount: ticket.urgeCount + 1 }, text: text ?? null, visibility: 'citizen' }
  },
})
