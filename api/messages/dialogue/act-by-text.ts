import { acts, type TicketAction } from '../../tickets/life/acts/acts.ts'
import type { TicketState } from '../../vocabulary/ticket.ts'
import { askWithdraw } from './ask.ts'
import type { Held } from './dialogue.types.ts'
import { fileHeld, supplementHeld } from './file-text.ts'
import type { OwnTicket } from '../intake/intake.types.ts'
import type { MessagesDeps } from '../messages.types.ts'
import { ownTicketById } from '../intake/situation.store.ts'
import { groupedNumber, stateNames } from '../../notices/texts.ts'
import { dayText } from '../../notices/local-params.ts'
import type { Outcome, Reply, Turn } from '../intake/turn.types.ts'

const closed = (...replies: Reply[]): Outcome => ({ ticketId: null, contact: 'closed', replies })

const allows = (ticket: OwnTicket, action: TicketAction) => acts[action].from.includes(ticket.state)

const named = (turn: Turn, ticket: OwnTicket) => ({
  number: groupedNumber(ticket.number),
  state: stateNames[ticket.state][turn.locale],
})

/** Where it is the unit that is waited for. */
const withUnit: ReadonlySet<TicketState> = new Set(['dispatched', 'handling', 'paused'])

/** Urges the unit on, where there is something to urge. */
export const urge =
  (deps: MessagesDeps) =>
  async (turn: Turn, ticket: OwnTicket): Promise<Outcome> => {
    if (!allows(ticket, 'urge')) return closed({ name: 'urge.not', params: named(turn, ticket) })
    await deps.tickets.actIn(turn.tx, turn.actor, { ticketId: ticket.id, action: 'urge', input: {} })
    // Before it is sent out and while its answer is reviewed, no unit has anything to do: the hotline's own desk sees it.
    const name = withUnit.has(ticket.state) ? 'urge.done' : 'urge.early'
    return { ...closed({ name, params: named(turn, ticket) }), ticketId: ticket.id, contact: 'filed' }
  }

/** Asks whether to withdraw, where it is still possible. */
export const confirmWithdraw = (turn: Turn, ticket: OwnTicket): Outcome =>
  allows(ticket, 'withdraw') ? askWithdraw(turn, ticket) : closed({ name: 'withdraw.not', params: named(turn, ticket) })

/** The citizen confirmed. The ticket's own text tells them; where they wanted none, this does. */
export const withdraw =
  (deps: MessagesDeps) =>
  async (turn: Turn, ticketId: string): Promise<Outcome> => {
    const ticket = await ownTicketById(turn.tx, turn.citizen.id, ticketId)
    if (!ticket) return { ...closed({ name: 'progress.none' }), question: null }
    if (!allows(ticket, 'withdraw'))
      return { ...closed({ name: 'withdraw.not', params: named(turn, ticket) }), question: null }
    const after = await deps.tickets.actIn(turn.tx, turn.actor, {
      ticketId,
      action: 'withdraw',
      input: { reason: turn.locale === 'zh' ? '诉求人短信撤销' : 'Withdrawn by text' },
    })
    const replies: Reply[] = after.replyWanted ? [] : [{ name: 'ticket.withdrawn', params: named(turn, ticket) }]
    return { ticketId, contact: 'filed', replies, question: null }
  }

/** The citizen is not content with a closed ticket: it is handled again, with the text as the reason. */
export const redo =
  (deps: MessagesDeps) =>
  async (turn: Turn, ticketId: string, held: Held): Promise<Outcome> => {
    const ticket = await ownTicketById(turn.tx, turn.citizen.id, ticketId)
    // Answered on the spot, or reopened since: there is nothing to send back, so the words make a request of their own.
    if (!ticket || !allows(ticket, 'redo') || ticket.leadUnitId === null) return fileAsNew(deps)(turn, held)
    await deps.contacts.lockIn(turn.tx, held.contactIds)
    const after = await deps.tickets.actIn(turn.tx, turn.actor, {
      ticketId,
      action: 'redo',
      input: { reason: held.text.slice(0, 2_000) },
    })
    await deps.contacts.fileIn(turn.tx, turn.actor, held.contactIds, ticketId)
    const replies: Reply[] = after.replyWanted ? [] : [{ name: 'ticket.redo', params: named(turn, ticket) }]
    return { ticketId, contact: 'filed', replies, question: null }
  }

/** The held text is a new request after all. */
export const fileAsNew =
  (deps: MessagesDeps) =>
  async (turn: Turn, held: Held): Promise<Outcome> => {
    const ticket = await fileHeld(deps)(turn.tx, turn.actor, turn.citizen.id, held)
    return {
      ticketId: ticket.id,
      contact: 'filed',
      purpose: 'receipt',
      replies: [{ name: 'ticket.received', params: { number: groupedNumber(ticket.number) } }],
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
        purpose: 'receipt',
        replies: [{ name: 'ticket.supplemented', params: named(turn, ticket) }],
        question: null,
      }
    }
    if (!allows(ticket, 'redo')) return fileAsNew(deps)(turn, chosen.held)
    const { id, number, title } = ticket
    return {
      ...closed({ name: 'ask.reopen', params: named(turn, ticket) }),
      question: { question: 'reopenOrNew', ticket: { id, number, title }, held: chosen.held },
    }
  }

/** How tickets stand: state, unit and the day an answer is due. */
export const progress =
  (deps: MessagesDeps) =>
  (turn: Turn, tickets: OwnTicket[], more: number): Outcome => {
    const lines = tickets.map((ticket): Reply => {
      const unit = ticket.leadUnitId === null ? undefined : deps.directory.unitById(ticket.leadUnitId)
      const due =
        ticket.dueAt && ticket.closedAt === null ? dayText(ticket.dueAt, turn.locale, deps.config.timeZone) : ''
      return {
        name: 'progress.one',
        params: { ...named(turn, ticket), unit: (turn.locale === 'zh' ? unit?.name : unit?.nameEn) ?? '', due },
      }
    })
    const rest: Reply[] = more > 0 ? [{ name: 'progress.more', params: { count: String(more) } }] : []
    return { ...closed(...lines, ...rest), ticketId: tickets.length === 1 ? (tickets[0]?.id ?? null) : null }
  }
