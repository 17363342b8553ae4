import { openStates } from '../../vocabulary/ticket.ts'
import { reopenWindowDays } from '../../tickets/life/ticket.rules.ts'
import { mostChoices, type Question } from '../dialogue/dialogue.types.ts'
import type { Decision, Heard, OwnTicket, Situation } from './intake.types.ts'
import { isBareRating, sure, type Word } from '../keywords/keywords.rules.ts'

/** Below this likeness to the one open ticket, a confidently different matter is taken for a different affair. */
const unlikeBelow = 0.25

/** Likeness 0…1 of two texts, from triage. */
type Likeness = (a: string, b: string) => number

const isOpen = (ticket: OwnTicket) => openStates.includes(ticket.state)

const mayReopen = (ticket: OwnTicket, now: Date) =>
  ticket.state === 'closed' &&
  ticket.closedAt !== null &&
  now.getTime() - ticket.closedAt.getTime() <= reopenWindowDays * 86_400_000

const only = (tickets: OwnTicket[]): OwnTicket | null => (tickets.length === 1 ? (tickets[0] ?? null) : null)

/** One ticket to act on: the one named, the only open one, or ask which. */
const actOn = (
  word: Word,
  situation: Situation,
  intent: 'urge' | 'withdraw',
  act: (ticket: OwnTicket) => Decision,
): Decision => {
  if (word.number !== null) return situation.named ? act(situation.named) : { do: 'numberUnknown', number: word.number }
  const one = only(situation.open)
  if (one) return act(one)
  return situation.open.length === 0 ? { do: 'noOpenTicket' } : { do: 'ask', intent, tickets: situation.open }
}

const progress = (word: Word, { open, named }: Situation): Decision => {
  if (word.number !== null)
    return named ? { do: 'progress', tickets: [named], more: 0 } : { do: 'numberUnknown', number: word.number }
  return open.length === 0
    ? { do: 'noOpenTicket' }
    : { do: 'progress', tickets: open.slice(0, 3), more: Math.max(0, open.length - 3) }
}

const choose = (question: Question, word: Word, named: OwnTicket | null): Decision | null => {
  // 算了: a text that waited is left to a person, and makes no request nobody wanted.
  if (word.word === 'never')
    return question.question === 'confirmWithdraw'
      ? { do: 'keepTicket', number: question.ticket.number }
      : { do: 'dropQuestion' }
  if (question.question === 'chooseTicket') {
    const byNumber = word.number !== null && named && isOpen(named) && word.word === 'progress' ? named.id : null
    const choice = word.word === 'choice' ? Number(word.rest) : null
    const picked = byNumber ?? (choice === null ? null : (question.choices[choice - 1]?.id ?? null))
    if (picked !== null) return { do: 'choose', intent: question.intent, ticketId: picked, held: question.held }
    const isLast =
      choice === question.choices.length + 1 ||
      (word.word === 'newRequest' && question.held !== null) ||
      word.word === 'no'
    if (isLast) return question.held ? { do: 'fileHeld', held: question.held } : { do: 'dropQuestion' }
    return choice === null ? null : { do: 'repeatQuestion', question }
  }
  if (question.question === 'describeNew') return null
  const first = word.word === 'yes' || (word.word === 'choice' && word.rest === '1')
  const second = word.word === 'no' || (word.word === 'choice' && word.rest === '2') || word.word === 'newRequest'
  if (question.question === 'confirmWithdraw') {
    if (first || isSure(word, question))
      return { do: 'withdraw', ticketId: question.ticket.id, number: question.ticket.number }
    if (second) return { do: 'keepTicket', number: question.ticket.number }
  } else {
    if (first) return { do: 'redo', ticketId: question.ticket.id, held: question.held }
    if (second) return { do: 'fileHeld', held: question.held }
  }
  return word.word === 'choice' ? { do: 'repeatQuestion', question } : null
}

/** Free text: a danger first, then the ticket it names, then the open follow-up, then the tickets that are open. */
const freeText = (heard: Heard, situation: Situation, likeness: Likeness): Decision => {
  const { named, question } = situation
  if (question?.question === 'describeNew') return { do: 'report' }
  if (named && isOpen(named)) return { do: 'supplement', ticket: named }
  if (named && mayReopen(named, situation.now)) return { do: 'askReopen', ticket: named }
  return situation.followUpOpen ? { do: 'followUpReply' } : afterFollowUp(heard, situation, likeness)
}

/** What a text is when no follow-up takes it: a new request, a supplement, or a question which of the open tickets it is about. */
export const afterFollowUp = (heard: Heard, { open, question }: Situation, likeness: Likeness): Decision => {
  if (heard.word !== null) return { do: 'choiceNone' }
  if (isBareRating(heard.text) && heard.pictures === 0) return { do: 'rate', text: heard.text }
  if (open.length === 0) return { do: 'report' }
  // A text is held already: what comes now waits with it, so that neither is filed against the citizen's choice.
  if (question?.question === 'chooseTicket' && question.held) return { do: 'ask', intent: 'supplement', tickets: open }
  const one = only(open)
  if (one && !isOtherMatter(heard, one, likeness)) return { do: 'supplement', ticket: one }
  return { do: 'ask', intent: 'supplement', tickets: open }
}

/** Whether triage is sure of another matter and the words are unlike those of the ticket. */
export const isOtherMatter = (heard: Heard, ticket: OwnTicket, likeness: Likeness): boolean => {
  const matter = heard.proposal?.confident ? heard.proposal.matters[0]?.code : undefined
  if (matter === undefined || matter === ticket.matterCode) return false
  return likeness(heard.text, ticket.request) < unlikeBelow
}

const byWord = (word: Word, situation: Situation): Decision => {
  switch (word.word) {
    case 'stop':
    case 'start':
    case 'help':
      return { do: word.word }
    case 'progress':
      return progress(word, situation)
    case 'urge':
      // 怎么还没处理 while they are asked whether it is solved is an answer: there is nothing else of theirs to urge.
      if (situation.followUpOpen && word.number === null && situation.open.length === 1) return { do: 'followUpReply' }
      return actOn(word, situation, 'urge', (ticket) => ({ do: 'urge', ticket }))
    case 'withdraw':
      return actOn(word, situation, 'withdraw', (ticket) => ({ do: 'confirmWithdraw', ticket }))
    case 'rate':
      return { do: 'rate', text: word.rest }
    case 'newRequest':
      return word.rest === '' ? { do: 'newHow' } : { do: 'report' }
    case 'person':
      return { do: 'person' }
    case 'thanks':
      return { do: 'thanks' }
    case 'yes':
      // 好的 to a notice asks for as little as thanks do.
      return situation.followUpOpen ? { do: 'followUpReply' } : { do: 'thanks' }
    case 'never':
      return { do: 'thanks' }
    case 'no':
    case 'choice':
      break
  }
  return situation.followUpOpen ? { do: 'followUpReply' } : { do: 'choiceNone' }
}

const explicit: ReadonlySet<string> = new Set(['stop', 'start', 'help', 'person', 'urge', 'withdraw', 'rate'])

/** 确认撤销: the answer to the question whether to withdraw, when it is about the ticket that was asked about. */
const isSure = (word: Word, question: Question | null) =>
  question?.question === 'confirmWithdraw' &&
  word.word === 'withdraw' &&
  word.rest === sure &&
  (word.number === null || word.number === question.ticket.number)

/** Words that are only said along with a picture: the picture is what is told. */
const besidePictures: ReadonlySet<string> = new Set(['help', 'thanks', 'yes', 'no', 'never', 'newRequest'])

/** Whether a text is told in the citizen's own words, so that triage must read it. */
export const isFree = (word: Word | null) => word === null || (word.word === 'newRequest' && word.rest !== '')

/** The word a text is to be taken for; null where it only goes with a picture, which no word may lose. */
export const wordToHeed = (word: Word | null, pictures: number): Word | null =>
  word !== null && pictures > 0 && word.rest === '' && besidePictures.has(word.word) ? null : word

/**
 * Decides what a text is. Order: STOP, START, HELP and named requests; danger; the answer to an open question; a ticket's
 * number or progress; the follow-up; and at last free text, which is never lost: it opens a ticket, joins one, or waits for a choice.
 */
export const decide = (heard: Heard, situation: Situation, likeness: Likeness): Decision => {
  const { word, proposal } = heard
  if (word && explicit.has(word.word) && !isSure(word, situation.question)) return byWord(word, situation)
  if (isFree(word) && proposal?.danger) return { do: 'report' }
  const answer = word && situation.question ? choose(situation.question, word, situation.named) : null
  if (answer) return answer
  if (word) return byWord(word, situation)
  if (heard.text === '' && heard.pictures === 0) return { do: 'empty' }
  return freeText(heard, situation, likeness)
}

/** The tickets a question lists: the newest few. */
export const choicesOf = (tickets: OwnTicket[]) =>
  tickets.slice(0, mostChoices).map(({ id, number, title }) => ({ id, number, title }))
