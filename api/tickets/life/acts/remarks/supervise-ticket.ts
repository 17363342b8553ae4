import { atUnit } from '../../../../vocabulary/ticket.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'

/** Daily by the hotline, listed (挂牌督办), by interview (约谈督办): WF 26. */
const superviseKinds = ['daily', 'listed', 'interview'] as const
/** JN 28. */
const superviseTriggers = [
  'overdue',
  'repeated',
  'unsolved',
  'refused',
  'badEffect',
  'staleKnowledge',
  'other',
] as const

/** Puts a ticket under supervision (督办). Moves no clock. */
export const superviseTicket = defineAct({
  action: 'supervise',
  from: [...atUnit, 'answered', 'returnRequested', 'paused'],
  to: 'same',
  roles: ['supervisor'],
  guards: [],
  tells: ['leadUnit', 'otherUnits', 'supervisors'],
  source: 'JN 28; WF 26',
  key: 'v',
  fields: {
    kind: { kind: 'choice', options: superviseKinds, words: 'superviseKind', fallback: 'daily', required: true },
    trigger: { kind: 'choice', options: superviseTriggers, words: 'superviseTrigger', required: true },
    text: { ...remark, required: true },
  },
  async decide(_, { kind, trigger, text }) {
    return { patch: { supervised: true }, text, reason: trigger, data: { kind, trigger } }
  },
})
