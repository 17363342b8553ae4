import { systemActor } from '../../vocabulary/actor.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import type { Tx } from '../../../db/db.ts'
import type { Proposal } from '../../triage/triage.types.ts'
import type { DangerKind, EmergencyNumber } from '../../vocabulary/danger.ts'
import type { Ticket } from '../../tickets/tickets.ts'
import type { Held } from './dialogue.types.ts'
import type { OwnTicket } from '../intake/intake.types.ts'
import type { MessagesDeps } from '../messages.types.ts'
import { ownTicketById } from '../intake/situation.store.ts'
import { cut } from '../sending/segments.rules.ts'
import { deskNote, deskNotices } from '../../notices/desk.notices.ts'
import type { Notice } from '../../notices/notices.table.ts'
import type { Outcome, Turn } from '../intake/turn.types.ts'

/** What a ticket keeps of one text at most; the message row keeps it whole. */
const longestRequest = 20_000

/** The actor where the calibrated threshold decides in a person's place. */
const threshold = systemActor('triage')

interface Asked {
  citizenId: string
  citizen: Actor
  lineId: string | null
  contactId: string
  text: string
  proposal: Proposal
}

/**
 * Opens a ticket from a text with what triage proposes. A confident proposal is accepted and handed to the dispatchers (decided by
 * the threshold, and stored as such); any other waits for a person. A danger makes it critical.
 */
export const openFromText =
  (deps: Pick<MessagesDeps, 'tickets'>) =>
  (tx: Tx, asked: Asked): Promise<Ticket> => {
    const { proposal } = asked
    const [matter] = proposal.matters
    const decided = proposal.confident && matter !== undefined
    return deps.tickets.openTicketIn(tx, decided ? threshold : asked.citizen, {
      channel: 'sms',
      lineId: asked.lineId,
      citizenId: asked.citizenId,
      contactId: asked.contactId,
      text: cut(asked.text, longestRequest),
      urgency: proposal.danger ? 'critical' : proposal.urgency.value,
      place: proposal.place?.text ?? null,
      districtId: proposal.place?.districtId ?? null,
      streetId: proposal.place?.streetId ?? null,
      danger: proposal.danger?.kind ?? null,
      proposal,
      ...(decided
        ? { matterCode: matter.code, kind: proposal.kind?.value ?? null, decidedBy: 'threshold', accept: true }
        : {}),
    })
  }

/** The words of a text for a ticket; pictures alone are named. */
export const wordsOf = ({ heard, say }: Turn) =>
  heard.told || say({ name: 'pictures', params: { count: heard.pictures } })

const openNew = (deps: MessagesDeps, turn: Turn): Promise<Ticket> => {
  const text = wordsOf(turn)
  return openFromText(deps)(turn.tx, {
    citizenId: turn.citizen.id,
    citizen: turn.actor,
    lineId: turn.line.id,
    contactId: turn.contactId,
    text,
    proposal: turn.heard.proposal ?? deps.triage.propose(text),
  })
}

/** A ticket of its own; it also answers the question what the new request is. */
const filedAsNew = (turn: Turn, ticket: Ticket, reply: Notice): Outcome => ({
  ticketId: ticket.id,
  contact: 'filed',
  replies: [reply],
  ...(turn.situation.question?.question === 'describeNew' ? { question: null } : {}),
})

/** A new request. */
export const newTicket =
  (deps: MessagesDeps) =>
  async (turn: Turn): Promise<Outcome> => {
    const ticket = await openNew(deps, turn)
    return filedAsNew(turn, ticket, { name: 'ticket.received', params: { number: ticket.number } })
  }

/** Danger to life or property: the number to call at once; a ticket at the top, or the one that tells of the same danger; an alert to every desk. */
export const danger =
  (deps: MessagesDeps) =>
  async (
    turn: Turn,
    found: { kind: DangerKind; call: EmergencyNumber; ticket: OwnTicket | null },
  ): Promise<Outcome> => {
    const advice = { kind: found.kind, call: found.call }
    if (!found.ticket) {
      const opened = await openNew(deps, turn)
      const reply: Notice = { name: 'danger.new', params: { advice, number: opened.number } }
      return { ...filedAsNew(turn, opened, reply), danger: found.kind }
    }
    const { ticket } = found
    await deps.tickets.actIn(turn.tx, turn.actor, {
      ticketId: ticket.id,
      action: 'supplement',
      input: { text: cut(wordsOf(turn), longestRequest) },
    })
    return {
      ticketId: ticket.id,
      contact: 'filed',
      danger: found.kind,
      replies: [{ name: 'danger.again', params: { advice, number: ticket.number } }],
      live: [deskNote(deskNotices.dangerInTicket, ticket.id, { number: ticket.number, danger: found.kind })],
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

/**
 * Files a text that waited for a choice as a new request, with its contacts, messages and pictures. Where an agent has filed it meanwhile,
 * that ticket is it.
 */
export const fileHeld =
  (deps: MessagesDeps) =>
  async (tx: Tx, actor: Actor, citizenId: string, held: Held): Promise<Pick<Ticket, 'id' | 'number'>> => {
    const filed = await deps.contacts.lockIn(tx, held.contactIds)
    const rest = held.contactIds.filter((id) => !filed.some((one) => one.id === id))
    const [first] = filed
    const already = rest.length === 0 && first?.ticketId ? await ownTicketById(tx, citizenId, first.ticketId) : null
    if (already) return already
    const ticket = await openFromText(deps)(tx, {
      citizenId,
      citizen: actor,
      lineId: held.lineId,
      contactId: held.contactIds[0] ?? '',
      text: held.text,
      proposal: deps.triage.propose(held.text),
    })
    await deps.contacts.fileIn(tx, actor, rest, ticket.id)
    return ticket
  }

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
