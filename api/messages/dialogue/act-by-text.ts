import type { Tx } from '../../../db/db.ts'
import { acts } from '../../tickets/life/acts/acts.ts'
import { mergedInto } from '../../tickets/tickets.ts'
import type { TicketState, TicketAction } from '../../vocabulary/ticket.ts'
import { askWithdraw } from './ask.ts'
import type { WaitingText } from './dialogue.types.ts'
import { actorOn, fileWaitingText, supplementWaitingText } from './file-text.ts'
import type { OwnTicket } from '../intake/intake.types.ts'
import type { MessagesDeps } from '../messages.types.ts'
import { ownTicketById } from '../intake/situation.store.ts'
import type { Notice } from '../../notices/notices.table.ts'
import type { Outcome, TextIntake } from '../intake/text-intake.types.ts'

const closed = (...replies: Notice[]): Outcome => ({ ticketId: null, contact: 'closed', replies })

const allows = (ticket: OwnTicket, action: TicketAction) => acts[action].from.includes(ticket.state)

/** Where it is the unit that is waited for. */
const withUnit: ReadonlySet<TicketState> = new Set(['dispatched', 'handling', 'paused'])

/** Urges the unit on, where there is something to urge. */
export const urge =
  (deps: MessagesDeps) =>
  async (intake: TextIntake, ticket: OwnTicket): Promise<Outcome> => {
    const { number, state } = ticket
    if (!allows(ticket, 'urge')) return closed({ name: 'urge.not', params: { number, state } })
    await deps.tickets.actIn(intake.tx, actorOn(intake, ticket), { ticketId: ticket.actOn, action: 'urge', input: {} })
    // Before it is sent out and while its answer is reviewed, no unit has anything to do: the hotline's own desk sees it.
    const reply: Notice = withUnit.has(state)
      ? { name: 'urge.done', params: { number } }
      : { name: 'urge.early', params: { number, state } }
    return { ticketId: ticket.id, contact: 'filed', replies: [reply] }
  }

/** Why a ticket cannot be withdrawn; null: it can. What was merged, in either direction, is not one citizen's to take back. */
const notWithdrawn = async (tx: Tx, ticket: OwnTicket): Promise<Notice | null> => {
  const { id, number, state } = ticket
  if (!allows(ticket, 'withdraw')) return { name: 'withdraw.not', params: { number, state } }
  const shared = ticket.merged || (await mergedInto(tx, id)).length > 0
  return shared ? { name: 'withdraw.not', params: { number, state: 'merged' } } : null
}

/** Asks whether to withdraw, where it is still possible. */
export const confirmWithdraw = async (intake: TextIntake, ticket: OwnTicket): Promise<Outcome> => {
  const not = await notWithdrawn(intake.tx, ticket)
  return not ? closed(not) : askWithdraw(intake, ticket)
}

/** The citizen confirmed. */
export const withdraw =
  (deps: MessagesDeps) =>
  async (intake: TextIntake, ticketId: string): Promise<Outcome> => {
    const ticket = await ownTicketById(intake.tx, intake.citizen.id, ticketId)
    if (!ticket) return { ...closed({ name: 'progress.none' }), question: null }
    const not = await notWithdrawn(intake.tx, ticket)
    if (not) return { ...closed(not), question: null }
    await deps.tickets.actIn(intake.tx, intake.actor, {
      ticketId,
      action: 'withdraw',
      input: { reason: intake.locale === 'zh' ? '诉求人短信撤销' : 'Withdrawn by text' },
    })
    const reply: Notice = { name: 'ticket.withdrawn', params: { number: ticket.number } }
    return { ticketId, contact: 'filed', replies: [reply], question: null }
  }

const mayRedo = (ticket: OwnTicket) => !ticket.merged && allows(ticket, 'redo')

/** The citizen is not content with a closed ticket: it is handled again, with the text as the reason. */
export const redo =
  (deps: MessagesDeps) =>
  async (intake: TextIntake, ticketId: string, waitingText: WaitingText): Promise<Outcome> => {
    const ticket = await ownTicketById(intake.tx, intake.citizen.id, ticketId)
    // Answered on the spot, or reopened since: there is nothing to send back, so the words make a request of their own.
    if (!ticket || !mayRedo(ticket) || ticket.leadUnitId === null) return fileAsNew(deps)(intake, waitingText)
    await deps.contacts.lockIn(intake.tx, waitingText.contactIds)
    await deps.tickets.actIn(intake.tx, intake.actor, {
      ticketId,
      action: 'redo',
      input: { reason: waitingText.text.slice(0, 2_000) },
    })
    await deps.contacts.fileIn(intake.tx, intake.actor, waitingText.contactIds, ticketId)
    const reply: Notice = { name: 'ticket.redo', params: { number: ticket.number } }
    return { ticketId, contact: 'filed', replies: [reply], question: null }
  }

/** The text that waited is a new request after all. */
export const fileAsNew =
  (deps: MessagesDeps) =>
  async (intake: TextIntake, waitingText: WaitingText): Promise<Outcome> => {
    const ticket = await fileWaitingText(deps)(intake.tx, intake.actor, intake.citizen.id, waitingText)
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
    intake: TextIntake,
    chosen: { intent: 'supplement' | 'urge' | 'withdraw'; ticketId: string; waitingText: WaitingText | null },
  ): Promise<Outcome> => {
    const ticket = await ownTicketById(intake.tx, intake.citizen.id, chosen.ticketId)
    if (!ticket)
      return chosen.waitingText
        ? fileAsNew(deps)(intake, chosen.waitingText)
        : { ...closed({ name: 'progress.none' }), question: null }
    if (chosen.intent === 'urge') return { ...(await urge(deps)(intake, ticket)), question: null }
    if (chosen.intent === 'withdraw') return { question: null, ...(await confirmWithdraw(intake, ticket)) }
    if (!chosen.waitingText) return { ...closed({ name: 'ask.dropped' }), question: null }
    if (allows(ticket, 'supplement')) {
      await supplementWaitingText(deps)(intake, ticket, chosen.waitingText)
      return {
        ticketId: ticket.id,
        contact: 'filed',
        replies: [{ name: 'ticket.supplemented', params: { number: ticket.number } }],
        question: null,
      }
    }
    if (!mayRedo(ticket)) return fileAsNew(deps)(intake, chosen.waitingText)
    const { id, number, title } = ticket
    return {
      ...closed({ name: 'ask.reopen', params: { number } }),
      question: { question: 'reopenOrNew', ticket: { id, number, title }, waitingText: chosen.waitingText },
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
