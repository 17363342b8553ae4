import { systemActor } from '../../vocabulary/actor.ts'
import { z } from 'zod'
import { defineEffect } from '../../platform/effect.ts'
import type { Tx } from '../../../db/db.ts'
import { record, type LiveNote } from '../../audit/record.ts'
import { claimIn } from '../../telephony/inbox/claim.ts'
import type { TextCitizen } from '../../notices/notices.ts'
import { findCitizen, findLastLine, findTicketLine, insertMessages } from '../messages.store.ts'
import type { NewMessage, TextingDeps } from '../messages.types.ts'
import { hasOptedOut } from './opt-out.store.ts'
import { isTextable } from './sender.rules.ts'
import { cut } from '../../platform/cut.ts'
import { longestBody } from './segments.rules.ts'
import { rankOf } from './status.rules.ts'

/** Sends one stored text; whether it went out is not always known, so never blindly twice. */
export const sendEffect = defineEffect(
  'sms.send',
  { messageId: z.string() },
  { repeatable: false, reachesCitizen: true },
)

/** The promise to send one stored text. */
export const sendNote = (messageId: string) => sendEffect.promise(`sms:${messageId}`, { messageId })

/** Who hears of texts: the desks that talk with citizens. The payload holds ids only. */
export const messageNote = (
  type: 'received' | 'sent' | 'status',
  message: { id: string; citizenId: string; ticketId?: string | null | undefined },
): LiveNote => ({
  topic: 'message',
  type,
  entityId: message.citizenId,
  audience: { roles: ['agent', 'followUp', 'supervisor'] },
  payload: { messageId: message.id, citizenId: message.citizenId, ticketId: message.ticketId ?? null },
})

/** The number a text goes out from: the ticket's line, the line last texted, else the city's main line. */
export const sendingLine = async (
  tx: Tx,
  deps: Pick<TextingDeps, 'directory'>,
  citizenId: string,
  ticketId: string | null,
): Promise<string> => {
  const ticket = ticketId === null ? undefined : await findTicketLine(tx, ticketId, citizenId)
  const ofTicket = ticket?.lineId ? deps.directory.lineById(ticket.lineId) : undefined
  if (ofTicket?.active) return ofTicket.number
  const last = await findLastLine(tx, citizenId)
  if (last !== null) return last
  const main = deps.directory.lineByCode('12345') ?? deps.directory.lines().find(({ active }) => active)
  if (!main) throw new Error('the city has no line to text from')
  return main.number
}

/** A row of an outgoing text; `pending` until the carrier has it. */
export const outgoing = (
  deps: Pick<TextingDeps, 'ids' | 'clock'>,
  text: Pick<NewMessage, 'fromNumber' | 'toNumber' | 'citizenId' | 'body' | 'purpose'> &
    Partial<Pick<NewMessage, 'contactId' | 'ticketId' | 'sentBy' | 'status' | 'notice'>>,
): NewMessage => {
  const now = deps.clock.now()
  const status = text.status ?? 'pending'
  return {
    id: deps.ids.next('message'),
    direction: 'out',
    status,
    statusRank: rankOf(status),
    createdAt: now,
    updatedAt: now,
    ...text,
  }
}

/**
 * Writes to a citizen in their language, within the verb's own transaction: the message row, its place in the ticket's timeline,
 * and the promise to send it. Equal keys write once. Nothing is promised to a number that opted out (the row says `refused`) or
 * that cannot be texted.
 */
export const textCitizen =
  (deps: TextingDeps): TextCitizen =>
  async (tx, actor, text) => {
    const citizen = await findCitizen(tx, text.citizenId)
    if (!citizen || !isTextable(citizen.phone) || !(await claimIn(deps)(tx, [`text:${text.key}`], 'texts'))) return
    const stopped = await hasOptedOut(tx, citizen.phone)
    const body = cut(text.write(citizen.locale.startsWith('en') ? 'en' : 'zh'), longestBody)
    const row = outgoing(deps, {
      fromNumber: await sendingLine(tx, deps, citizen.id, text.ticketId),
      toNumber: citizen.phone,
      citizenId: citizen.id,
      ticketId: text.ticketId,
      body,
      purpose: text.purpose,
      notice: text.notice,
      status: stopped ? 'refused' : 'pending',
    })
    await insertMessages(tx, [row])
    await record(tx, deps, actor, {
      timeline:
        text.ticketId === null
          ? []
          : [
              {
                ticketId: text.ticketId,
                type: 'messageOut',
                // the words are the program's, whoever acted
                by: systemActor('texting'),
                visibility: 'unit',
                text: body,
                data: { messageId: row.id, status: row.status },
              },
            ],
      audit: [],
      live: [messageNote('sent', row)],
      ...(stopped ? {} : { outbox: [sendNote(row.id)] }),
    })
  }
