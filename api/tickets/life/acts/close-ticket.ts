import { z } from 'zod'
import { endAssignments } from '../../units/assignments.store.ts'
import { settledFollowUp } from '../follow-ups.store.ts'
import { Remark } from '../ticket.input.ts'
import type { CloseReason } from '../../../vocabulary/ticket.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({ note: Remark.optional() })

const reasons: Record<string, CloseReason> = { answered: 'rated', noReply: 'noReply', unreachable: 'unreachable' }

/** Closes a ticket (办结): with a follow-up outcome, or with the recorded reason why there is none. */
export const closeTicket: TicketVerb<typeof Input> = {
  action: 'close',
  input: Input,
  async decide({ tx, now, ticket }, { note }) {
    await endAssignments(tx, ticket.id, now, 'closed')
    const settled = await settledFollowUp(tx, ticket.id, ticket.redoCount)
    const closeReason = settled ? (reasons[settled.state] ?? null) : 'noReplyWanted'
    return {
      patch: { closeReason },
      text: note ?? null,
      reason: closeReason,
      visibility: 'citizen',
      data: { closeReason },
    }
  },
}
