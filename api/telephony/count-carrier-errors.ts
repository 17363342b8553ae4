import type { Metrics } from '../platform/figures/metrics.ts'
import type { CallListener } from './call-events.types.ts'
import type { CarrierCommands, Telephony } from './telephony.port.ts'
import type { TextListener } from './text-events.types.ts'

/** Codes that are told apart; a carrier has hundreds, a hotline meets a few. */
const mostCodes = 100

/** What the answer to a command says of a failure: the carrier's own code, or our word where it has none. Null: it is done. */
const failureOf = (answer: object): string | null => {
  if ('code' in answer && typeof answer.code === 'string') return answer.code
  if ('refused' in answer) return 'refused'
  if ('later' in answer) return 'later'
  return 'unknown' in answer ? 'unknown' : null
}

/** The carrier, with everything that it refuses or reports as failed counted by its own code; whichever adapter it is. */
export const countCarrierErrors = (
  carrier: Telephony,
  { carrierErrors }: Pick<Metrics, 'carrierErrors'>,
): Telephony => {
  const seen = new Set<string>()
  const note = (kind: 'command' | 'text' | 'transcription', code: string) => {
    if (seen.size < mostCodes && /^\w{1,20}$/.test(code)) seen.add(code)
    carrierErrors.inc({ kind, code: seen.has(code) ? code : 'other' })
  }
  const counted =
    <Asked extends unknown[], Answer extends object>(command: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      const answer = await command(...asked)
      const failure = failureOf(answer)
      if (failure !== null) note('command', failure)
      return answer
    }
  const commands: CarrierCommands = {
    sendText: counted(carrier.sendText),
    textsTo: counted(carrier.textsTo),
    fetchMedia: counted(carrier.fetchMedia),
    placeCall: counted(carrier.placeCall),
    addLeg: counted(carrier.addLeg),
    changeLeg: counted(carrier.changeLeg),
    transcribe: counted(carrier.transcribe),
    redirectCall: counted(carrier.redirectCall),
    hangUp: counted(carrier.hangUp),
    fetchRecording: counted(carrier.fetchRecording),
    deleteRecording: counted(carrier.deleteRecording),
    statusOf: counted(carrier.statusOf),
    roomOf: counted(carrier.roomOf),
    messagesLeft: counted(carrier.messagesLeft),
  }
  const hearing = ({ calls, texts }: { calls: CallListener; texts: TextListener }) => ({
    calls: {
      answer: calls.answer,
      takeNews: (news: Parameters<CallListener['takeNews']>[0]) => {
        if (news.kind === 'transcriptFailed') note('transcription', news.code)
        return calls.takeNews(news)
      },
    },
    texts: {
      receive: texts.receive,
      noteStatus: (news: Parameters<TextListener['noteStatus']>[0]) => {
        if (news.errorCode !== null) note('text', news.errorCode)
        return texts.noteStatus(news)
      },
    },
  })
  return { ...carrier, ...commands, routes: (listeners) => carrier.routes(hearing(listeners)) }
}
