import { z } from 'zod'
import { leadOf } from '../../units/assignments.store.ts'
import { insertExtension } from '../../units/requests.store.ts'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'

/** The longest extension, working days (default; SD allows about as much). */
export const longestExtension = 15

const Input = z.strictObject({ workingDays: z.number().int().min(1).max(longestExtension), reason: Remark })

/** The unit asks for more time (延期申请, BJ 15(2)): before expiry, once for each limit, with a reason. Moves no clock by itself. */
export const extendLimit = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'extend',
  input: Input,
  async decide({ tx, actor, now, ticket }, { workingDays, reason }) {
    const lead = await leadOf(tx, ticket.id)
    if (!lead || !ticket.dueAt) throw new Error('a ticket being handled has a lead assignment and a due time')
    await insertExtension(tx, {
      id: deps.ids.next('extension'),
      ticketId: ticket.id,
      unitId: lead.unitId,
      reason,
      workingDays,
      state: 'pending',
      oldDueAt: ticket.dueAt,
      createdAt: now,
      createdBy: actor.id,
    })
    return { text: reason, reason, data: { workingDays } }
  },
})
