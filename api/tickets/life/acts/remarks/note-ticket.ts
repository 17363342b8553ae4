import { finalStates, openStates } from '../../../../vocabulary/ticket.ts'
import { isHotline } from '../../../../vocabulary/actor.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'

/** A remark (备注). Never moves a clock; only the hotline may keep one to itself. */
export const noteTicket = defineAct({
  action: 'note',
  from: [...openStates, ...finalStates],
  to: 'same',
  roles: ['agent', 'dispatcher', 'unitStaff', 'unitHead', 'reviewer', 'followUp', 'supervisor'],
  guards: [],
  tells: [],
  source: 'default: never moves a clock',
  key: 'n',
  fields: {
    text: { ...remark, required: true },
    visibility: { kind: 'choice', options: ['unit', 'hotline'], words: 'visibility', fallback: 'unit' },
  },
  async decide({ actor }, { text, visibility = 'unit' }) {
    return { text, visibility: isHotline(actor) ? visibility : 'unit' }
  },
})
