import type { Tx } from '../../../db/db.ts'
import { longestRequest } from '../../contacts/open-request.ts'
import { cut } from '../../platform/cut.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import type { OwnTicket } from '../intake/intake.types.ts'
import type { Outcome, Turn } from '../intake/turn.types.ts'
import type { MessagesDeps } from '../messages.types.ts'
import type { Held } from './dialogue.types.ts'

/** The words of a text for a ticket; pictures alone are named. */
export const wordsOf = ({ heard, say }: Turn) =>
  heard.told || say({ name: 'pictures', params: { count: heard.pictures } })

/** A report, as any channel brings one: a new request, or a danger. It also answers the question what the new request is. */
export const reportText =
  (deps: MessagesDeps) =>
  async (turn: Turn): Promise<Outcome> => {
    const { tx, now, heard, line, actor, locale, contactId, messageId, situation } = turn
    const taken = await deps.contacts.takeReportIn(tx, {
      channel: 'sms',
      citizen: actor,
      lineId: line.id,
      locale,
      text: heard.told,
      asWritten: heard.text,
      files: heard.pictures,
      at: now,
      contactId,
      messageId,
      proposal: heard.proposal,
    })
    return {
      ticketId: taken.ticketId,
      contact: 'reported',
      replies: [taken.receipt],
      ...(taken.opened && situation.question?.question === 'describeNew' ? { question: null } : {}),
    }
  }

/** Adds the text to an open ticket; a person still has to look at it. */
export const supplement =
  (deps: MessagesDeps) =>
  async (turn: Turn, ticket: OwnTicket): Promise<Outcome> => {
    await deps.tickets.actIn(turn.tx, turn.actor, {
      ticketId: ticket.id,
      action: 'supplement',
      input: { text: cut(wordsOf(turn), longestRequest) },
    })
    return {
      ticketId: ticket.id,
      contact: 'open',
      replies: [{ name: 'ticket.supplemented', params: { number: ticket.number } }],
    }
  }

/** Files a text that waited for a choice as a new request; a ticket that an agent has made of it meanwhile is it. */
export const fileHeld =
  (deps: MessagesDeps) =>
  (tx: Tx, actor: Actor, citizenId: string, { text, lineId, contactIds }: Held) =>
    deps.contacts.fileWaitingIn(tx, { channel: 'sms', actor, citizenId, lineId, text, contactIds })

/** Adds a text that waited for a choice to the chosen ticket. */
export const supplementHeld = (deps: MessagesDeps) => async (turn: Turn, ticket: OwnTicket, held: Held) => {
  await deps.contacts.lockIn(turn.tx, held.contactIds)
  await deps.tickets.actIn(turn.tx, turn.actor, {
    ticketId: ticket.id,
    action: 'supplement',
    input: { text: cut(held.text, longestRequest) },
  })
  await deps.contacts.fileIn(turn.tx, turn.actor, held.contactIds, ticket.id)
}
