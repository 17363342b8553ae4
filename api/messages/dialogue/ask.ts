import { questionHours, type WaitingText, type Question } from './dialogue.types.ts'
import { choicesOf } from '../intake/question.rules.ts'
import type { OwnTicket } from '../intake/intake.types.ts'
import { requestTextOf } from './file-text.ts'
import { cut } from '../../platform/cut.ts'
import { groupedNumber } from '../../notices/format.ts'
import type { Notice } from '../../notices/notices.table.ts'
import type { TextLocale } from '../../vocabulary/locale.ts'
import type { Outcome, TextIntake } from '../intake/text-intake.types.ts'

/** When a question asked now ends. */
export const expiryOf = (now: Date) => new Date(now.getTime() + questionHours * 3_600_000)

/** A title as a question names it; Latin letters are half as wide, and say half as much. */
const shortTitle = (title: string) => cut(title, /\p{Script=Han}/u.test(title) ? 16 : 32)

const listOf = (question: Extract<Question, { question: 'chooseTicket' }>, say: TextIntake['say']) => {
  const items = question.choices.map(({ number, title }) => `${groupedNumber(number)} ${shortTitle(title)}`)
  const last = say({ name: question.intent === 'supplement' ? 'ask.newItem' : 'ask.noneItem' })
  return [...items, last].map((item, index) => `${index + 1}. ${item}`).join('\n')
}

/** A question as it is asked; `again` where the answer could not be understood. */
export const askReply = (question: Question, say: TextIntake['say'], again = false): Notice => {
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

const commands = {
  urge: { zh: '催办', en: 'URGE' },
  withdraw: { zh: '确认撤销', en: 'YES, WITHDRAW' },
} as const

/** How to urge or withdraw without a menu: the words to text, with the number of each ticket. */
export const withNumberReply = (intent: 'urge' | 'withdraw', tickets: OwnTicket[], locale: TextLocale): Notice => ({
  name: 'ask.withNumber',
  params: {
    list: choicesOf(tickets)
      .map(({ number, title }) => `${commands[intent][locale]} ${groupedNumber(number)} (${shortTitle(title)})`)
      .join('\n'),
  },
})

/** The text that came now, together with one that was waiting before. */
const waitingTextOf = (intake: TextIntake): WaitingText => {
  const before =
    intake.situation.question && 'waitingText' in intake.situation.question
      ? intake.situation.question.waitingText
      : null
  return {
    text: before ? `${before.text}\n${requestTextOf(intake)}` : requestTextOf(intake),
    contactIds: [...(before?.contactIds ?? []), intake.contactId],
    lineId: intake.line.id,
  }
}

const ask = (intake: TextIntake, question: Question): Outcome => ({
  ticketId: null,
  contact: 'waitingText' in question && question.waitingText !== null ? 'open' : 'closed',
  replies: [askReply(question, intake.say)],
  question,
})

/** Asks which of several tickets is meant; the text waits where it has something to say. */
export const askWhich = (
  intake: TextIntake,
  intent: 'supplement' | 'urge' | 'withdraw',
  tickets: OwnTicket[],
): Outcome =>
  ask(intake, {
    question: 'chooseTicket',
    intent,
    choices: choicesOf(tickets),
    waitingText: intent === 'supplement' ? waitingTextOf(intake) : null,
  })

/** A text names a ticket that is closed: again, or something new? */
export const askReopen = (intake: TextIntake, { id, number, title }: OwnTicket): Outcome =>
  ask(intake, { question: 'reopenOrNew', ticket: { id, number, title }, waitingText: waitingTextOf(intake) })

/** Withdrawing is asked twice. */
export const askWithdraw = (intake: TextIntake, { id, number, title }: OwnTicket): Outcome =>
  ask(intake, { question: 'confirmWithdraw', ticket: { id, number, title } })

/** The citizen wants to tell something new: the next text is it. */
export const askNew = (intake: TextIntake): Outcome => ask(intake, { question: 'describeNew' })
