import { openStates } from '../../../../vocabulary/ticket.ts'
import { addToSearchText } from '../../../opening/ticket-text.rules.ts'
import { claimAttachments } from '../../../units/answers.store.ts'
import { attachments, longText } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/** The citizen adds something (补充诉求). Moves no clock. */
export const supplementTicket = defineAct({
  action: 'supplement',
  from: openStates,
  to: 'same',
  roles: ['agent', ...dispatchRoles, 'followUp', 'citizen'],
  mergedToo: true,
  guards: [],
  tells: ['leadUnit', 'dispatchers'],
  source: 'BJ 8',
  key: 'i',
  fields: { text: { ...longText, required: true }, attachmentIds: attachments },
  async decide({ tx, actor, now, ticket }, { text, attachmentIds = [] }) {
    await claimAttachments(tx, actor, ticket.id, attachmentIds, now)
    return {
      patch: { searchText: addToSearchText(ticket.searchText, text) },
      text,
      visibility: 'citizen',
      data: { attachmentIds },
    }
  },
})
