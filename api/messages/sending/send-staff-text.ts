import { messageProblem } from '../messages.errors.ts'
import { ticketProblem } from '../../tickets/tickets.errors.ts'
import { citizenProblem } from '../../citizens/citizens.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import { record } from '../../audit/record.ts'
import { settleContacts } from '../../contacts/close-contact.ts'
import { findCitizen, findTicketLine, insertMessages } from '../messages.store.ts'
import type { TextingDeps } from '../messages.types.ts'
import { hasOptedOut } from './opt-out.store.ts'
import { isTextable } from './sender.rules.ts'
import { messageNote, outgoing, sendingLine, sendNote } from './text-citizen.ts'
import { MessageDto, toIso, type StaffText } from '../threads/threads.dto.ts'

/**
 * An agent writes to a citizen, about a ticket of theirs or not; whatever waited in the thread counts as looked at.
 * Needs `message.send`. Throws `citizen.not-found`, `ticket.not-found`, `message.no-number`, `message.opted-out`.
 */
export const sendStaffText =
  (deps: TextingDeps) =>
  (actor: StaffActor, citizenId: string, text: StaffText): Promise<MessageDto> => {
    demand(actor, 'message.send')
    return deps.db.tx(async (tx) => {
      const citizen = await findCitizen(tx, citizenId)
      if (!citizen) throw citizenProblem('citizen.not-found')
      const ticketId = text.ticketId ?? null
      const ticket = ticketId === null ? null : await findTicketLine(tx, ticketId, citizenId)
      if (ticket === undefined) throw ticketProblem('ticket.not-found')
      if (!isTextable(citizen.phone)) throw messageProblem('message.no-number')
      if (await hasOptedOut(tx, citizen.phone)) throw messageProblem('message.opted-out')
      const row = outgoing(deps, {
        fromNumber: await sendingLine(tx, deps, citizenId, ticketId),
        toNumber: citizen.phone,
        citizenId,
        ticketId,
        body: text.body,
        purpose: 'staffText',
        sentBy: actor.id,
      })
      await insertMessages(tx, [row])
      await settleContacts(tx, { citizenId, channel: 'sms', staffId: actor.id })
      await record(tx, deps, actor, {
        timeline:
          ticketId === null
            ? []
            : [{ ticketId, type: 'messageOut', visibility: 'unit', text: text.body, data: { messageId: row.id } }],
        audit: [{ action: 'message.sent', entity: 'message', entityId: row.id, after: { citizenId, ticketId } }],
        outbox: [sendNote(row.id)],
        live: [messageNote('sent', row)],
      })
      return MessageDto.parse({
        errorCode: null,
        machine: null,
        ...row,
        ticketNumber: ticket?.number ?? null,
        createdAt: toIso(row.createdAt),
        attachments: [],
      })
    })
  }

/** Marks a thread as looked at: it needs no written answer. Needs `message.send`. Answers how many texts waited. */
export const settleThread =
  (deps: TextingDeps) =>
  (actor: StaffActor, citizenId: string): Promise<{ settled: number }> => {
    demand(actor, 'message.send')
    return deps.db.tx(async (tx) => {
      if (!(await findCitizen(tx, citizenId))) throw citizenProblem('citizen.not-found')
      const settled = await settleContacts(tx, { citizenId, channel: 'sms', staffId: actor.id })
      if (settled > 0)
        await record(tx, deps, actor, {
          audit: [{ action: 'thread.settled', entity: 'citizen', entityId: citizenId, after: { settled } }],
          live: [
            {
              topic: 'message',
              type: 'settled',
              entityId: citizenId,
              audience: { roles: ['agent', 'followUp', 'supervisor'] },
              payload: { citizenId },
            },
          ],
        })
      return { settled }
    })
  }
