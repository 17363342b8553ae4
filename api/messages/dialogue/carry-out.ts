import { rateByText, replyToFollowUp } from './follow-up-by-text.ts'
import { choose, confirmWithdraw, fileAsNew, progress, redo, urge, withdraw } from './act-by-text.ts'
import { askNew, askReopen, askReply, askWhich, withNumberReply } from './ask.ts'
import type { WaitingText } from './dialogue.types.ts'
import { supplement } from './file-text.ts'
import type { Decision } from '../intake/intake.types.ts'
import type { MessagesDeps } from '../messages.types.ts'
import { start, stop } from './opt-out.ts'
import type { Notice } from '../../notices/notices.table.ts'
import type { Outcome, TextIntake } from '../intake/text-intake.types.ts'

const answer = (...replies: Notice[]): Outcome => ({ ticketId: null, contact: 'closed', replies })

const bare = (text: string) => text.replaceAll(/\s/g, '')

/** The text that waits in the open question, where it is the beginning of the danger that is told now: it waits for no choice any more. */
const toldWith = ({ reading, situation: { question } }: TextIntake): WaitingText | null => {
  const waiting = question && 'waitingText' in question ? question.waitingText : null
  return waiting && reading.proposal?.danger && bare(reading.ownWords).startsWith(bare(waiting.text)) ? waiting : null
}

/** A report, as any channel brings one: a new request, or a danger. It also answers the question what the new request is. */
const reportText =
  (deps: MessagesDeps) =>
  async (intake: TextIntake): Promise<Outcome> => {
    const { tx, now, reading, line, actor, locale, contactId, messageId, situation } = intake
    const waiting = toldWith(intake)
    if (waiting) await deps.contacts.lockIn(tx, waiting.contactIds)
    const taken = await deps.contacts.takeReportIn(tx, {
      channel: 'sms',
      citizen: actor,
      lineId: line.id,
      locale,
      text: reading.ownWords,
      asWritten: reading.text,
      files: reading.files,
      at: now,
      contactId,
      messageId,
      proposal: reading.proposal,
    })
    if (waiting) await deps.contacts.fileIn(tx, actor, waiting.contactIds, taken.ticketId)
    const isAnswer = taken.opened && situation.question?.question === 'describeNew'
    return {
      ticketId: taken.ticketId,
      contact: 'reported',
      replies: [taken.receipt],
      ...(isAnswer || waiting ? { question: null } : {}),
    }
  }

type Verbs = {
  [Do in Decision['do']]: (intake: TextIntake, decision: Extract<Decision, { do: Do }>) => Outcome | Promise<Outcome>
}

type CarryOut = (intake: TextIntake, decision: Decision) => Promise<Outcome>

const verbsOf = (deps: MessagesDeps, carryOut: CarryOut): Verbs => {
  const [fileNew, showProgress, again] = [fileAsNew(deps), progress(deps), redo(deps)]
  const [urgeOn, takeBack, rate, add] = [urge(deps), withdraw(deps), rateByText(deps), supplement(deps)]
  return {
    stop: stop(deps),
    start: start(deps),
    help: () => answer({ name: 'help' }),
    empty: () => answer({ name: 'text.empty' }),
    // A machine that is answered answers again. What it wrote is kept, marked as such.
    machine: (_, { look }) => ({ ticketId: null, contact: look ? 'open' : 'closed', replies: [] }),
    // Thanks ask for nothing: each answer to them would cost a text and another thanks.
    thanks: () => answer(),
    // Nobody is at the other end of a text: it waits among those that a person reads.
    person: () => ({ ticketId: null, contact: 'open', replies: [{ name: 'text.kept' }] }),
    progress: (_, { tickets, more }) => showProgress(tickets, more),
    numberUnknown: (_, { number }) => answer({ name: 'number.unknown', params: { number } }),
    urge: (intake, { ticket }) => urgeOn(intake, ticket),
    confirmWithdraw: (intake, { ticket }) => confirmWithdraw(intake, ticket),
    withdraw: (intake, { ticketId }) => takeBack(intake, ticketId),
    keepTicket: (_, { number }) => ({
      ...answer({ name: 'withdraw.kept', params: { number } }),
      question: null,
    }),
    noOpenTicket: () => answer({ name: 'progress.none' }),
    rate: (intake, { text }) => rate(intake, text),
    followUpReply: replyToFollowUp(deps, carryOut),
    choose: choose(deps),
    fileWaitingText: (intake, { waitingText }) => fileNew(intake, waitingText),
    redo: (intake, { ticketId, waitingText }) => again(intake, ticketId, waitingText),
    dropQuestion: () => ({ ...answer({ name: 'ask.dropped' }), question: null }),
    repeatQuestion: (intake, { question }) => answer(askReply(question, intake.say, true)),
    askWithNumber: (intake, { intent, tickets }) => answer(withNumberReply(intent, tickets, intake.locale)),
    lateAnswer: () => ({ ticketId: null, contact: 'open', replies: [{ name: 'rate.late' }] }),
    ask: (intake, { intent, tickets }) => askWhich(intake, intent, tickets),
    askReopen: (intake, { ticket }) => askReopen(intake, ticket),
    supplement: (intake, { ticket }) => add(intake, ticket),
    newHow: (intake) => askNew(intake),
    choiceNone: () => answer({ name: 'choice.none' }),
    report: reportText(deps),
  }
}

/** The verb of a decision, with the decision it takes; each key of the table has exactly its own. */
const verbFor = (verbs: Verbs, decision: Decision) =>
  verbs[decision.do] as (intake: TextIntake, decision: Decision) => Outcome | Promise<Outcome>

/** Does what was decided, within the text's own transaction. */
export const carryOut = (deps: MessagesDeps): CarryOut => {
  const carry: CarryOut = async (intake, decision) => verbFor(verbs, decision)(intake, decision)
  const verbs = verbsOf(deps, carry)
  return carry
}
