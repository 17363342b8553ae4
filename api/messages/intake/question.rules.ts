import { openStates } from '../../vocabulary/ticket.ts'
import { mostChoices, type Question } from '../dialogue/dialogue.types.ts'
import { sure, type Keyword } from '../keywords/keywords.rules.ts'
import type { Decision, OwnTicket } from './intake.types.ts'

/** Whether a ticket is still worked on, so that its citizen may add to it. */
export const isOpen = (ticket: OwnTicket) => openStates.includes(ticket.state)

/** 确认撤销: the answer to the question whether to withdraw, when it is about the ticket that was asked about. */
export const isSure = (keyword: Keyword, question: Question | null) =>
  question?.question === 'confirmWithdraw' &&
  keyword.kind === 'withdraw' &&
  keyword.rest === sure &&
  (keyword.number === null || keyword.number === question.ticket.number)

/** What a keyword answers to the question that is open; null where it answers nothing. */
export const choose = (question: Question, keyword: Keyword, named: OwnTicket | null): Decision | null => {
  // 算了: a text that waited is left to a person, and makes no request nobody wanted.
  if (keyword.kind === 'never')
    return question.question === 'confirmWithdraw'
      ? { do: 'keepTicket', number: question.ticket.number }
      : { do: 'dropQuestion' }
  if (question.question === 'chooseTicket') {
    const byNumber = keyword.number !== null && named && isOpen(named) && keyword.kind === 'progress' ? named.id : null
    const choice = keyword.kind === 'choice' ? Number(keyword.rest) : null
    const picked = byNumber ?? (choice === null ? null : (question.choices[choice - 1]?.id ?? null))
    if (picked !== null)
      return { do: 'choose', intent: question.intent, ticketId: picked, waitingText: question.waitingText }
    const isLast =
      choice === question.choices.length + 1 ||
      (keyword.kind === 'newRequest' && question.waitingText !== null) ||
      keyword.kind === 'no'
    if (isLast)
      return question.waitingText
        ? { do: 'fileWaitingText', waitingText: question.waitingText }
        : { do: 'dropQuestion' }
    return choice === null ? null : { do: 'repeatQuestion', question }
  }
  if (question.question === 'describeNew') return null
  const first = keyword.kind === 'yes' || (keyword.kind === 'choice' && keyword.rest === '1')
  const second =
    keyword.kind === 'no' || (keyword.kind === 'choice' && keyword.rest === '2') || keyword.kind === 'newRequest'
  if (question.question === 'confirmWithdraw') {
    if (first || isSure(keyword, question))
      return { do: 'withdraw', ticketId: question.ticket.id, number: question.ticket.number }
    if (second) return { do: 'keepTicket', number: question.ticket.number }
  } else {
    if (first) return { do: 'redo', ticketId: question.ticket.id, waitingText: question.waitingText }
    if (second) return { do: 'fileWaitingText', waitingText: question.waitingText }
  }
  return keyword.kind === 'choice' ? { do: 'repeatQuestion', question } : null
}

/** The tickets a question lists: the newest few. */
export const choicesOf = (tickets: OwnTicket[]) =>
  tickets.slice(0, mostChoices).map(({ id, number, title }) => ({ id, number, title }))
