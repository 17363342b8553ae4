import { z } from 'zod'
import { claimAttachments } from '../answers.store.ts'
import { Problem } from '../../problems.ts'
import { AttachmentIds, LongText } from '../ticket.input.ts'
import { addToSearchText } from '../ticket-text.rules.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({ text: LongText, attachmentIds: AttachmentIds.optional() })

/** The citizen adds something (补充诉求). Moves no clock. */
export const supplementTicket: TicketVerb<typeof Input> = {
  action: 'supplement',
  input: Input,
  async decide({ tx, ticket }, { text, attachmentIds = [] }) {
    if ((await claimAttachments(tx, ticket.id, attachmentIds)) !== attachmentIds.length)
      throw new Problem('attachment.missing')
    return {
      patch: { searchText: addToSearchText(ticket.searchText, text) },
      text,
      visibility: 'citizen',
      data: { attachmentIds },
    }
  },
}
