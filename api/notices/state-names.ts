import type { TextLocale } from '../vocabulary/locale.ts'
import type { TicketState } from '../vocabulary/ticket.ts'

/** Ticket states as a citizen reads them. */
export const stateNames = {
  received: { zh: '已登记，待受理', en: 'registered' },
  accepted: { zh: '已受理', en: 'accepted' },
  awaitingDispatch: { zh: '已受理，待派单', en: 'accepted, being assigned' },
  dispatched: { zh: '已派单，待签收', en: 'sent to the unit' },
  handling: { zh: '办理中', en: 'being handled' },
  answered: { zh: '已办理，答复审核中', en: 'answer under review' },
  awaitingFollowUp: { zh: '已答复，待回访', en: 'answered, please rate it' },
  closed: { zh: '已办结', en: 'closed' },
  returnRequested: { zh: '派单核实中', en: 'responsibility being checked' },
  paused: { zh: '暂缓办理', en: 'on hold' },
  declined: { zh: '不予受理', en: 'not taken up' },
  transferredOut: { zh: '已转交其他部门', en: 'passed on' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
  terminated: { zh: '已终止', en: 'ended' },
  merged: { zh: '已并案办理', en: 'handled with another request' },
} as const satisfies Record<TicketState, Record<TextLocale, string>>
