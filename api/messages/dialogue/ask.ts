import { questionHours, type Held, type Question } from './dialogue.types.ts'
import { choicesOf } from '../intake/intake.rules.ts'
import type { OwnTicket } from '../intake/intake.types.ts'
import { wordsOf } from './file-text.ts'
import { cut } from '../../platform/cut.ts'
import { groupedNumber } from '../../notices/format.ts'
import type { Notice } from '../../notices/notices.table.ts'
import type { Outcome, Turn } from '../intake/turn.types.ts'

/** When a question asked now ends. */
export const expiryOf = (now: Date) => new Date(now.getTime() + questionHours * 3_600_000)

/** A title as a question names it; Latin letters are half as wide, and say half as much. */
const shortTitle = (title: string) => cut(title, /\p{Script=Han}/u.test(title) ? 16 : 32)

const listOf = (question: Extract<Question, { question: 'chooseTicket' }>, say: Turn['say']) => {
  const items = question.choices.map(({ number, title }) => `${groupedNumber(number)} ${shortTitle(title)}`)
  const last = say({ name: question.intent === 'supplement' ? 'ask.newItem' : 'ask.noneItem' })
  return [...items, last].map((item, index) => `${index + 1}. ${item}`).join('\n')
}

/** A question as it is asked; `again` where the answer could not be understood. */
export const askReply = (question: Question, say: Turn['say'], again = false): Notice => {
  if (question.question === 'chooseTicket') {
    const list = listOf(question, say)
    return again
      ? { name: 'ask.range', params: { last: question.choices.length + 1, list } }
      : { name: `ask.${question.intent}`, params: { list } }
  }
  if (question.question === 'describeNew') return { name: 'new.how' }
  if (again) return { name: 'ask.confirm' }
  const { number, title } = question.ticket
  return question.question === 'confirmWithdraw'
    ? { name: 'withdraw.confirm', params: { number, title: shortTitle(title) } }
    : { name: 'ask.reopen', params: { number } }
}

/** The text now heard, together with one that was waiting before. */
export const holdText = (turn: Turn): Held => {
  const before = turn.situation.question && 'held' in turn.situation.question ? turn.situation.question.held : null
  return {
    text: before ? `${before.text}\n${wordsOf(turn)}` : wordsOf(turn),
    contactIds: [...(before?.contactIds ?? []), turn.contactId],
    lineId: turn.line.id,
  }
}

const ask = (turn: Turn, question: Question): Outcome => ({
  ticketId: null,
  contact: 'held' in question && question.held !== null ? 'open' : 'closed',
  replies: [askReply(question, turn.say)],
  question,
})

/** Asks which of several tickets is meant; the text waits where it has something to say. */
export const askWhich = (turn: Turn, intent: 'supplement' | 'urge' | 'withdraw', tickets: OwnTicket[]): Outcome =>
  ask(turn, {
    question: 'chooseTicket',
    intent,
    choices: choicesOf(tickets),
    held: intent === 'supplement' ? holdText(turn) : null,
  })

/** A text names a ticket that is closed: again, or something new? */
export const askReopen = (turn: Turn, { id, number, title }: OwnTicket): Outcome =>
  ask(turn, { question: 'reopenOrNew', ticket: { id, number, title }, held: holdText(turn) })

/** Withdrawing is asked twice. */
export const askWithdraw = (turn: Turn, { id, number, title }: OwnTicket): Outcome =>
  ask(turn, { question: 'confirmWithdraw', ticket: { id, number, title } })

/** The citizen wants to tell something new: the next text is it. */
export const askNew = (turn: Turn): Outcome => ask(turn, { question: 'describeNew' })
