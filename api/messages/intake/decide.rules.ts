import { surveyWords } from '../../followup/replies/reply.rules.ts'
import { reopenWindowDays } from '../../tickets/life/ticket.rules.ts'
import { isBareRating, sure, type Keyword } from '../keywords/keywords.rules.ts'
import type { Decision, OwnTicket, ReadText, Situation } from './intake.types.ts'
import { choose, isOpen, isSure } from './question.rules.ts'
import { hasFiles, isFree } from './reading.rules.ts'

/** Below this likeness to the one open ticket, a confidently different matter is taken for a different affair. */
const unlikeBelow = 0.25

/** Likeness 0…1 of two texts, from triage. */
type Likeness = (a: string, b: string) => number

const mayReopen = (ticket: OwnTicket, now: Date) =>
  // A main ticket is its own citizen's to reopen; who was merged says so in the follow-up, or tells it anew.
  !ticket.merged &&
  ticket.state === 'closed' &&
  ticket.closedAt !== null &&
  now.getTime() - ticket.closedAt.getTime() <= reopenWindowDays * 86_400_000

const only = (tickets: OwnTicket[]): OwnTicket | null => (tickets.length === 1 ? (tickets[0] ?? null) : null)

/** One ticket to act on: the one named, the only open one, or ask which. */
const actOn = (
  keyword: Keyword,
  situation: Situation,
  intent: 'urge' | 'withdraw',
  act: (ticket: OwnTicket) => Decision,
): Decision => {
  if (keyword.number !== null)
    return situation.named ? act(situation.named) : { do: 'numberUnknown', number: keyword.number }
  const one = only(situation.open)
  if (one) return act(one)
  return situation.open.length === 0 ? { do: 'noOpenTicket' } : { do: 'ask', intent, tickets: situation.open }
}

const progress = (keyword: Keyword, { open, named }: Situation): Decision => {
  if (keyword.number !== null)
    return named ? { do: 'progress', tickets: [named], more: 0 } : { do: 'numberUnknown', number: keyword.number }
  return open.length === 0
    ? { do: 'noOpenTicket' }
    : { do: 'progress', tickets: open.slice(0, 3), more: Math.max(0, open.length - 3) }
}

/** Free text: a danger first, then the ticket it names, then the open follow-up, then the tickets that are open. */
const freeText = (reading: ReadText, situation: Situation, likeness: Likeness): Decision => {
  const { named, question } = situation
  // Somebody who is asked, too, may answer that first: no request is made of it.
  const answersSurvey = situation.followUpOpen && surveyWords(reading.text) !== null
  if (question?.question === 'describeNew' && !answersSurvey) return { do: 'report' }
  if (named && isOpen(named)) return { do: 'supplement', ticket: named }
  if (named && mayReopen(named, situation.now)) return { do: 'askReopen', ticket: named }
  return situation.followUpOpen ? { do: 'followUpReply' } : afterFollowUp(reading, situation, likeness)
}

/** What a text is when no follow-up takes it: a new request, a supplement, or a question which of the open tickets it is about. */
export const afterFollowUp = (reading: ReadText, situation: Situation, likeness: Likeness): Decision =>
  withoutMenu(otherwise(reading, situation, likeness), situation)

const otherwise = (reading: ReadText, { open, question, followUpOpen }: Situation, likeness: Likeness): Decision => {
  if (reading.keyword !== null) return { do: 'choiceNone' }
  if (open.length === 0) {
    // Survey words that come when nothing is asked any more make no request.
    const late = !hasFiles(reading) ? surveyWords(reading.ownWords) : null
    if (late) return late.content ? { do: 'rate', text: reading.ownWords } : { do: 'lateAnswer' }
    return { do: 'report' }
  }
  if (isBareRating(reading.ownWords) && !hasFiles(reading)) return { do: 'rate', text: reading.ownWords }
  // A text waits already: what comes now waits with it, so that neither is filed against the citizen's choice.
  if (question?.question === 'chooseTicket' && question.waitingText)
    return { do: 'ask', intent: 'supplement', tickets: open }
  const one = only(open)
  if (one && !isOtherMatter(reading, one, likeness)) return { do: 'supplement', ticket: one }
  // No menu may be put over a follow-up's question: what is surely none of theirs is a request of its own.
  if (followUpOpen && open.every((ticket) => isOtherMatter(reading, ticket, likeness))) return { do: 'report' }
  return { do: 'ask', intent: 'supplement', tickets: open }
}

/** Whether triage is sure of another matter and the words are unlike those of the ticket. */
const isOtherMatter = (reading: ReadText, ticket: OwnTicket, likeness: Likeness): boolean => {
  const matter = reading.proposal?.confident ? reading.proposal.matters[0]?.code : undefined
  if (matter === undefined || matter === ticket.matterCode) return false
  return likeness(reading.text, ticket.request) < unlikeBelow
}

const byKeyword = (keyword: Keyword, situation: Situation): Decision => {
  switch (keyword.kind) {
    case 'stop':
    case 'start':
    case 'help':
      return { do: keyword.kind }
    case 'progress':
      return progress(keyword, situation)
    case 'urge':
      // 怎么还没处理 while they are asked whether it is solved is an answer: there is nothing else of theirs to urge.
      if (situation.followUpOpen && keyword.number === null && only(situation.open)?.state === 'awaitingFollowUp')
        return { do: 'followUpReply' }
      return actOn(keyword, situation, 'urge', (ticket) => ({ do: 'urge', ticket }))
    case 'withdraw':
      return actOn(keyword, situation, 'withdraw', (ticket) => ({ do: 'confirmWithdraw', ticket }))
    case 'rate':
      return { do: 'rate', text: keyword.rest }
    case 'newRequest':
      return keyword.rest === '' ? { do: 'newHow' } : { do: 'report' }
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

/**
 * Decides what a text is. Order: what no person wrote; STOP, START, HELP and named requests; danger; the answer to an open question; a ticket's
 * number or progress; the follow-up; and at last free text, which is never lost: it opens a ticket, joins one, or waits for a choice.
 */
export const decide = (reading: ReadText, situation: Situation, likeness: Likeness): Decision =>
  withoutMenu(decideFreely(reading, situation, likeness), situation)

const decideFreely = (reading: ReadText, situation: Situation, likeness: Likeness): Decision => {
  const { keyword, proposal } = reading
  // A tap says nothing of its own. A danger in any other machine's text (a works' alarm, a warning passed on) is for a person to judge.
  if (reading.machine)
    return {
      do: 'machine',
      kind: reading.machine,
      look: reading.tapped === null && reading.machine !== 'quote' && Boolean(proposal?.danger),
    }
  if (reading.resumes && (situation.stopped || keyword?.kind === 'start')) return { do: 'start' }
  const surely = keyword && !situation.question ? withdrawsSurely(keyword, situation) : null
  if (surely) return surely
  if (keyword && explicit.has(keyword.kind) && !isSure(keyword, situation.question))
    return byKeyword(keyword, situation)
  if (isFree(keyword) && proposal?.danger) return { do: 'report' }
  const asked = situation.surveyNewer ? null : situation.question
  const answer = keyword && asked ? choose(asked, keyword, situation.named) : null
  if (answer) return answer
  if (keyword) return byKeyword(keyword, situation)
  if (reading.ownWords === '' && !hasFiles(reading)) return { do: 'empty' }
  return freeText(reading, situation, likeness)
}

/**
 * While a follow-up is asked no other numbered question is put over it: a text that may belong to several tickets waits for a person, and who
 * wants to urge or withdraw is told to name the ticket.
 */
const withoutMenu = (decision: Decision, { followUpOpen }: Situation): Decision => {
  if (!followUpOpen) return decision
  if (decision.do === 'confirmWithdraw') return { do: 'askWithNumber', intent: 'withdraw', tickets: [decision.ticket] }
  if (decision.do === 'askReopen') return { do: 'person' }
  if (decision.do !== 'ask') return decision
  return decision.intent === 'supplement'
    ? { do: 'person' }
    : { do: 'askWithNumber', intent: decision.intent, tickets: decision.tickets }
}

/** 确认撤销 with its number, where the question could not be put. */
const withdrawsSurely = (keyword: Keyword, { followUpOpen, named }: Situation): Decision | null =>
  followUpOpen && keyword.kind === 'withdraw' && keyword.rest === sure && keyword.number !== null && named
    ? { do: 'withdraw', ticketId: named.id, number: named.number }
    : null
