import type { Line } from '../../directory/directory.store.ts'
import { emptyDocument, voiceDocument, type VoiceDocument } from '../../telephony/twilio/twiml.ts'
import { voicemailSeconds } from '../calls.limits.ts'
import { phrases, type Phrase } from './phrases.ts'
import type { VoiceUrls } from './urls.ts'

/** The queue at the carrier in which every caller waits; who is next is decided here, not there. */
const queueName = 'hotline'

type Speaks = Pick<VoiceDocument, 'say'>
const zh = (to: Speaks, text: string) => to.say({ language: 'zh-CN' }, text)
const en = (to: Speaks, text: string) => to.say({ language: 'en-US' }, text)
const both = (to: Speaks, phrase: Phrase) => {
  zh(to, phrase.zh)
  en(to, phrase.en)
}

/** The documents of a call. Pure: the same state of a call renders the same document, however often the carrier asks. */
export const voiceDocuments = (urls: VoiceUrls) => {
  const transcribe = (document: VoiceDocument) =>
    document.start().transcription({
      statusCallbackUrl: urls.turns,
      track: 'both_tracks',
      languageCode: 'zh-CN',
      inboundTrackLabel: 'citizen',
      outboundTrackLabel: 'agent',
      partialResults: false,
    })
  const enqueue = (document: VoiceDocument) =>
    document.enqueue({ waitUrl: urls.wait, action: urls.queueResult }, queueName)
  const leaveMessage = (document: VoiceDocument) => {
    both(document, phrases.leaveMessage)
    document.record({
      action: urls.voicemailDone,
      maxLength: voicemailSeconds,
      playBeep: true,
      finishOnKey: '#',
      recordingStatusCallback: urls.recording,
      recordingStatusCallbackEvent: ['completed', 'absent'],
    })
    both(document, phrases.goodbye)
  }
  /** The dialled line's own words, the recording notice in both languages, then the transcription that the notice speaks of. */
  const greet = (document: VoiceDocument, line: Line, locale: string) => {
    if (locale.startsWith('en')) {
      en(document, line.greetingEn)
      en(document, line.recordingNoticeEn)
    } else {
      zh(document, line.greeting)
      zh(document, line.recordingNotice)
      en(document, line.recordingNoticeEn)
    }
    transcribe(document)
  }

  return {
    empty: emptyDocument,
    /** Greeting and notice, then the queue. */
    greeting: (line: Line, locale: string) =>
      voiceDocument((document) => {
        greet(document, line, locale)
        enqueue(document)
      }),
    /** Greeting, why nobody answers, and a message after the tone. */
    unattended: (line: Line, locale: string, why: 'closed' | 'nobody') =>
      voiceDocument((document) => {
        greet(document, line, locale)
        both(document, why === 'closed' ? phrases.closed(line) : phrases.nobody)
        leaveMessage(document)
      }),
    voicemail: () => voiceDocument(leaveMessage),
    voicemailThanks: () =>
      voiceDocument((document) => {
        both(document, phrases.voicemailThanks)
        document.hangup()
      }),
    /** What a waiting caller hears, again and again: how many are ahead, and the keys. `callback` false: the number was withheld. */
    wait: (ahead: number, callback: boolean) =>
      voiceDocument((document) => {
        const gather = document.gather({ input: ['dtmf'], numDigits: 1, timeout: 15, action: urls.key })
        both(gather, phrases.ahead(ahead))
        both(gather, callback ? phrases.callbackOffer : phrases.voicemailOffer)
      }),
    /** An agent is there: the caller leaves the queue by itself, should the redirection have been lost. */
    leaveQueue: () =>
      voiceDocument((document) => {
        document.leave()
      }),
    callbackPromised: () =>
      voiceDocument((document) => {
        both(document, phrases.callbackPromised)
        document.leave()
      }),
    /** The citizen's side of the room: it starts with the agent and ends with the citizen. */
    room: (room: string) =>
      voiceDocument((document) => {
        document.dial({ action: urls.afterRoom }).conference(
          {
            startConferenceOnEnter: false,
            endConferenceOnExit: true,
            participantLabel: 'citizen',
            beep: 'false',
            waitUrl: urls.roomWait,
            statusCallback: urls.conference,
            statusCallbackEvent: ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify'],
            record: 'record-from-start',
            recordingStatusCallback: urls.recording,
          },
          room,
        )
      }),
    roomWait: () =>
      voiceDocument((document) => {
        both(document, phrases.connecting)
        document.pause({ length: 20 })
        document.redirect(urls.roomWait)
      }),
    hold: () =>
      voiceDocument((document) => {
        both(document, phrases.held)
        document.pause({ length: 20 })
        document.redirect({ method: 'GET' }, urls.hold)
      }),
    /** A citizen who talked and is alone now waits again. */
    queueAgain: () =>
      voiceDocument((document) => {
        both(document, phrases.apology)
        enqueue(document)
      }),
    /** A citizen who is rung hears who rings and that it is recorded. */
    outbound: (line: Line, roomUrl: string) =>
      voiceDocument((document) => {
        both(document, phrases.ringing(line))
        zh(document, line.recordingNotice)
        transcribe(document)
        document.redirect(roomUrl)
      }),
    goodbye: () =>
      voiceDocument((document) => {
        both(document, phrases.goodbye)
        document.hangup()
      }),
    hangup: () =>
      voiceDocument((document) => {
        document.hangup()
      }),
    trouble: () =>
      voiceDocument((document) => {
        both(document, phrases.trouble)
        document.hangup()
      }),
  }
}
export type VoiceDocuments = ReturnType<typeof voiceDocuments>
