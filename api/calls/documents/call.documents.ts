import type { Line } from '../../directory/directory.ts'
import type { SpokenLanguage, SpokenStep, Step } from '../../telephony/steps.types.ts'
import { citizenLabel } from '../call/leg-labels.ts'
import { voicemailSeconds } from '../calls.limits.ts'
import { phrases, type Phrase } from './phrases.ts'

/** The queue at the carrier in which every caller waits; who is next is decided here, not there. */
const queueName = 'hotline'

/** How long one round of waiting lasts, s: in a room or on hold what is heard begins anew, in the queue the caller is asked for a key. */
const roundSeconds = { room: 20, queue: 15 }

const zh = (text: string): SpokenStep => ({ do: 'say', language: 'zh', text })
const en = (text: string): SpokenStep => ({ do: 'say', language: 'en', text })
const both = (phrase: Phrase): SpokenStep[] => [zh(phrase.zh), en(phrase.en)]

/** The language in which a citizen is spoken with. */
export const languageOf = (locale: string): SpokenLanguage => (locale.startsWith('en') ? 'en' : 'zh')
const transcribe = (locale: string): Step => ({ do: 'transcribe', language: languageOf(locale) })
const enqueue: Step = { do: 'enqueue', queue: queueName }
const hangUp: Step = { do: 'hangUp' }
const leaveMessage = (): Step[] => [
  ...both(phrases.leaveMessage),
  { do: 'record', seconds: voicemailSeconds, finishKey: '#' },
  ...both(phrases.goodbye),
]
/** The dialled line's own words, the recording notice in both languages, then the transcription that the notice speaks of. */
const greet = (line: Line, locale: string): Step[] =>
  languageOf(locale) === 'en'
    ? [en(line.greetingEn), en(line.recordingNoticeEn), transcribe(locale)]
    : [zh(line.greeting), zh(line.recordingNotice), en(line.recordingNoticeEn), transcribe(locale)]

/** What a call hears and does at each of its stations. Pure: the same state of a call gives the same steps, however often the carrier asks. */
export const callDocuments = {
  nothing: (): Step[] => [],
  /** Greeting and notice, then the queue. */
  greeting: (line: Line, locale: string): Step[] => [...greet(line, locale), enqueue],
  /** Greeting, why nobody answers, and a message after the tone. */
  unattended: (line: Line, locale: string, why: 'closed' | 'nobody'): Step[] => [
    ...greet(line, locale),
    ...both(why === 'closed' ? phrases.closed(line) : phrases.nobody),
    ...leaveMessage(),
  ],
  voicemail: leaveMessage,
  voicemailThanks: (): Step[] => [...both(phrases.voicemailThanks), hangUp],
  /** What a waiting caller hears, again and again: how many are ahead, and the keys. `callback` false: the number was withheld. */
  wait: (ahead: number, callback: boolean): Step[] => [
    {
      do: 'gather',
      keys: 1,
      seconds: roundSeconds.queue,
      meanwhile: [...both(phrases.ahead(ahead)), ...both(callback ? phrases.callbackOffer : phrases.voicemailOffer)],
    },
  ],
  /** An agent is there: the caller leaves the queue by itself, should the redirection have been lost. */
  leaveQueue: (): Step[] => [{ do: 'leaveQueue' }],
  callbackPromised: (): Step[] => [...both(phrases.callbackPromised), { do: 'leaveQueue' }],
  /** The citizen's side of the room: it starts with the agent and ends with the citizen. */
  room: (room: string): Step[] => [
    { do: 'joinRoom', room, label: citizenLabel, startsRoom: false, endsRoom: true, recorded: true },
  ],
  roomWait: (): Step[] => [
    ...both(phrases.connecting),
    { do: 'pause', seconds: roundSeconds.room },
    { do: 'goOn', place: { at: 'roomWait' } },
  ],
  hold: (): Step[] => [
    ...both(phrases.held),
    { do: 'pause', seconds: roundSeconds.room },
    { do: 'goOn', place: { at: 'hold' } },
  ],
  /** A citizen who talked and is alone now waits again. */
  queueAgain: (): Step[] => [...both(phrases.apology), enqueue],
  /** A citizen who is rung hears who rings and that it is recorded. */
  outbound: (line: Line, callId: string): Step[] => [
    ...both(phrases.ringing(line)),
    zh(line.recordingNotice),
    transcribe('zh-CN'),
    { do: 'goOn', place: { at: 'room', callId } },
  ],
  goodbye: (): Step[] => [...both(phrases.goodbye), hangUp],
  hangUp: (): Step[] => [hangUp],
}
