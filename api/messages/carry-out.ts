import { rateByText, replyToFollowUp } from './follow-up-by-text.ts'
import { choose, confirmWithdraw, fileAsNew, progress, redo, urge, withdraw } from './act-by-text.ts'
import { askNew, askReopen, askReply, askWhich } from './ask.ts'
import { danger, newTicket, supplement } from './file-text.ts'
import type { Decision } from './intake.types.ts'
import type { MessagesDeps } from './messages.types.ts'
import { start, stop } from './opt-out.ts'
import { groupedNumber } from './texts.ts'
import type { Outcome, Reply, Turn } from './turn.types.ts'

const answer = (...replies: Reply[]): Outcome => ({ ticketId: null, contact: 'closed', replies })

/** Does what was decided, within the text's own transaction. */
export const carryOut = (deps: MessagesDeps) => {
  const verbs = {
    newTicket: newTicket(deps),
    danger: danger(deps),
    supplement: supplement(deps),
    urge: urge(deps),
    withdraw: withdraw(deps),
    redo: redo(deps),
    fileAsNew: fileAsNew(deps),
    choose: choose(deps),
    progress: progress(deps),
    stop: stop(deps),
    start: start(deps),
    rate: rateByText(deps),
    replyToFollowUp: replyToFollowUp(deps),
  }
  return async (turn: Turn, decision: Decision): Promise<Outcome> => {
    switch (decision.do) {
      case 'stop':
        return verbs.stop(turn)
      case 'start':
        return verbs.start(turn)
      case 'help':
        return answer({ name: 'help' })
      case 'empty':
        return answer({ name: 'text.empty' })
      case 'danger':
        return verbs.danger(turn, decision)
      case 'progress':
        return verbs.progress(turn, decision.tickets, decision.more)
      case 'numberUnknown':
        return answer({ name: 'number.unknown', params: { number: groupedNumber(decision.number) } })
      case 'urge':
        return verbs.urge(turn, decision.ticket)
      case 'confirmWithdraw':
        return confirmWithdraw(turn, decision.ticket)
      case 'withdraw':
        return verbs.withdraw(turn, decision.ticketId)
      case 'keepTicket':
        return { ...answer({ name: 'withdraw.kept', params: { number: groupedNumber(decision.number) } }), question: null }
      case 'noOpenTicket':
        return answer({ name: 'progress.none' })
      case 'rate':
        return verbs.rate(turn, decision.text)
      case 'followUpReply':
        return verbs.replyToFollowUp(turn)
      case 'choose':
        return verbs.choose(turn, decision)
      case 'fileHeld':
        return verbs.fileAsNew(turn, decision.held)
      case 'redo':
        return verbs.redo(turn, decision.ticketId, decision.held)
      case 'dropQuestion':
        return { ...answer({ name: 'ask.dropped' }), question: null }
      case 'repeatQuestion':
        return answer(askReply(decision.question, turn.locale, true))
      case 'ask':
        return askWhich(turn, decision.intent, decision.tickets)
      case 'askReopen':
        return askReopen(turn, decision.ticket)
      case 'supplement':
        return verbs.supplement(turn, decision.ticket)
      case 'newHow':
        return askNew(turn)
      case 'choiceNone':
        return answer({ name: 'choice.none' })
      case 'newTicket':
        return verbs.newTicket(turn)
    }
  }
}
