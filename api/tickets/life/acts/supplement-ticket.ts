import { z } from 'zod'
import { claimAttachments } from '../../units/answers.store.ts'
import { AttachmentIds, LongText } from '../ticket.input.ts'
import { addToSearchText } from '../../opening/ticket-text.rules.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({ text: LongText, attachmentIds: AttachmentIds.optional() })

/** The citizen adds something (补充诉求). Moves no clock. */
export const supplementTicket: TicketVerb<typeof Input> = {
  action: 'supplement',
  input: Input,
  async decide({ tx, actor, ticket }, { text, attachmentIds = [] }) {
    await claimAttachments(tx, actor, ticket.id, attachmentIds)
    return {
      patch: { searchText: addToSearchText(ticket.searchText, text) },
      text,
      visibility: 'citizen',
      data: { attachmentIds },
    }
  },
}
