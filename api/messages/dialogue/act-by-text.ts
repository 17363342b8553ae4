import { acts, type TicketAction } from '../../tickets/life/acts/acts.ts'
import type { TicketState } from '../../vocabulary/ticket.ts'
import { askWithdraw } from './ask.ts'
import type { Held } from './dialogue.types.ts'
import { fileHeld, supplementHeld } from './file-text.ts'
import type { OwnTicket } from '../intake/intake.types.ts'
import type { MessagesDeps } from '../messages.types.ts'
import { ownTicketById } from '../intake/situation.store.ts'
import type { Notice } from '../../notices/notices.table.ts'
import type { Outcome, Turn } from '../intake/turn.types.ts'

const closed = (...replies: Notice[]): Outcome => ({ ticketId: null, contact: 'closed', replies })

const allows = (ticket: OwnTicket, action: TicketAction) => acts[action].from.includes(ticket.state)

/** Where it is the unit that is waited for. */
const withUnit: ReadonlySet<TicketState> = new Set(['dispatched', 'handling', 'paused'])

/** Urges the unit on, where there is something to urge. */
export const urge =
  (deps: MessagesDeps) =>
  async (turn: Turn, ticket: OwnTicket): Promise<Outcome> => {
    const { number, state } = ticket
    if (!allows(ticket, 'urge')) return closed({ name: 'urge.not', params: { number, state } })
    await deps.tickets.actIn(turn.tx, turn.actor, { ticketId: ticket.id, action: 'urge', input: {} })
    // Before it is sent out and while its answer is reviewed, no unit has anything to do: the hotline's own desk sees it.
    const reply: Notice = withUnit.has(state)
      ? { name: 'urge.done', params: { number } }
      : { name: 'urge.early', params: { number, state } }
    return { ticketId: ticket.id, contact: 'filed', replies: [reply] }
  }

const tooLate = ({ number, state }: OwnTicket): Notice => ({ name: 'withdraw.not', params: { number, state } })

/** Asks whether to withdraw, where it is still possible. */
export const confirmWithdraw = (turn: Turn, ticket: OwnTicket): Outcome =>
  allows(ticket, 'withdraw') ? askWithdraw(turn, ticket) : closed(tooLate(ticket))

/** The citizen confirmed. */
export const withdraw =
  (deps: MessagesDeps) =>
  async (turn: Turn, ticketId: string): Promise<Outcome> => {
    const ticket = await ownTicketById(turn.tx, turn.citizen.id, ticketId)
    if (!ticket) return { ...closed({ name: 'progress.none' }), question: null }
    if (!allows(ticket, 'withdraw')) return { ...closed(tooLate(ticket)), question: null }
    await deps.tickets.actIn(turn.tx, turn.actor, {
      ticketId,
      action: 'withdraw',
      input: { reason: turn.locale === 'zh' ? '诉求人短信撤销' : 'Withdrawn by text' },
    })
    const reply: Notice = { name: 'ticket.withdrawn', params: { number: ticket.number } }
    return { ticketId, contact: 'filed', replies: [reply], question: null }
  }

/** The citizen is not content with a closed ticket: it is handled again, with the text as the reason. */
export const redo =
  (deps: MessagesDeps) =>
  async (turn: Turn, ticketId: string, held: Held): Promise<Outcome> => {
    const ticket = await ownTicketById(turn.tx, turn.citizen.id, ticketId)
    // Answered on the spot, or reopened since: there is nothing to send back, so the words make a request of their own.
    if (!ticket || !allows(ticket, 'redo') || ticket.leadUnitId === null) return fileAsNew(deps)(turn, held)
    await deps.contacts.lockIn(turn.tx, held.contactIds)
    await deps.tickets.actIn(turn.tx, turn.actor, {
      ticketId,
      action: 'redo',
      input: { reason: held.text.slice(0, 2_000) },
    })
    await deps.contacts.fileIn(turn.tx, turn.actor, held.contactIds, ticketId)
    const reply: Notice = { name: 'ticket.redo', params: { number: ticket.number } }
    return { ticketId, contact: 'filed', replies: [reply], question: null }
  }

/** The held text is a new request after all. */
export const fileAsNew =
  (deps: MessagesDeps) =>
  async (turn: Turn, held: Held): Promise<Outcome> => {
    const ticket = await fileHeld(deps)(turn.tx, turn.actor, turn.citizen.id, held)
    return {
      ticketId: ticket.id,
      contact: 'filed',
      replies: [{ name: 'ticket.received', params: { number: ticket.number } }],
      question: null,
    }
  }

/** A ticket was picked from the list. One that closed meanwhile is not quietly made a new request: the citizen is asked. */
export const choose =
  (deps: MessagesDeps) =>
  async (
    turn: Turn,
    chosen: { intent: 'supplement' | 'urge' | 'withdraw'; ticketId: string; held: Held | null },
  ): Promise<Outcome> => {
    const ticket = await ownTicketById(turn.tx, turn.citizen.id, chosen.ticketId)
    if (!ticket)
      return chosen.held ? fileAsNew(deps)(turn, chosen.held) : { ...closed({ name: 'progress.none' }), question: null }
    if (chosen.intent === 'urge') return { ...(await urge(deps)(turn, ticket)), question: null }
    if (chosen.intent === 'withdraw') return { question: null, ...confirmWithdraw(turn, ticket) }
    if (!chosen.held) return { ...closed({ name: 'ask.dropped' }), question: null }
    if (allows(ticket, 'supplement')) {
      await supplementHeld(deps)(turn, ticket, chosen.held)
      return {
        ticketId: ticket.id,
        contact: 'filed',
        replies: [{ name: 'ticket.supplemented', params: { number: ticket.number } }],
        question: null,
      }
    }
    if (!allows(ticket, 'redo')) return fileAsNew(deps)(turn, chosen.held)
    const { id, number, title } = ticket
    return {
      ...closed({ name: 'ask.reopen', params: { number } }),
      question: { question: 'reopenOrNew', ticket: { id, number, title }, held: chosen.held },
    }
  }

/** How tickets stand: state, unit and the day an answer is due. */
export const progress =
  (deps: MessagesDeps) =>
  (tickets: OwnTicket[], more: number): Outcome => {
    const lines = tickets.map(({ number, state, leadUnitId, dueAt, closedAt }): Notice => {
      const unit = leadUnitId === null ? null : deps.directory.unitById(leadUnitId)
      return { name: 'progress.one', params: { number, state, unit, due: closedAt === null ? dueAt : null } }
    })
    const rest: Notice[] = more > 0 ? [{ name: 'progress.more', params: { count: more } }] : []
    return { ...closed(...lines, ...rest), ticketId: tickets.length === 1 ? (tickets[0]?.id ?? null) : null }
  }
