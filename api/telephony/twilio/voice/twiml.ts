import twilio from 'twilio'
import type { SpokenLanguage, SpokenStep, Step } from '../../steps.types.ts'
import type { Speech } from '../speech.ts'
import type { VoiceUrls } from './voice.urls.ts'

/** The library's builder of voice documents. */
type VoiceDocument = InstanceType<typeof twilio.twiml.VoiceResponse>

/** The answer to an event, and to a text whose reply goes out by itself. */
export const emptyDocument = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

/** Only the end of a recording is told by default; one that is absent must be heard of, too. */
const recordingNews = (urls: VoiceUrls) => ({
  recordingStatusCallback: urls.recording,
  recordingStatusCallbackEvent: ['completed' as const, 'absent' as const],
})

/** Events of a room: the first leg's count, so every leg names the same. */
export const roomEvents = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify'] as const

type SayAttributes = Exclude<Parameters<VoiceDocument['say']>[0], string>

/** The library lists voices by name; which one it is is a setting of the city, checked at the start. */
const voiceOf = (speech: Speech, language: SpokenLanguage) => speech.say(language) as SayAttributes

const speak = (to: Pick<VoiceDocument, 'say' | 'play' | 'pause'>, step: SpokenStep, speech: Speech) => {
  if (step.do === 'say') to.say(voiceOf(speech, step.language), step.text)
  else if (step.do === 'play') to.play(step.url)
  else to.pause({ length: step.seconds })
}

const write = (document: VoiceDocument, step: Step, urls: VoiceUrls, speech: Speech) => {
  switch (step.do) {
    case 'say':
    case 'play':
    case 'pause':
      speak(document, step, speech)
      break
    case 'gather': {
      const gather = document.gather({
        input: ['dtmf'],
        numDigits: step.keys,
        timeout: step.seconds,
        action: urls.key,
      })
      for (const spoken of step.meanwhile) speak(gather, spoken, speech)
      break
    }
    case 'enqueue':
      document.enqueue({ waitUrl: urls.wait, action: urls.queueResult }, step.queue)
      break
    case 'leaveQueue':
      document.leave()
      break
    case 'joinRoom':
      document.dial({ action: urls.afterRoom }).conference(
        {
          startConferenceOnEnter: step.startsRoom,
          endConferenceOnExit: step.endsRoom,
          participantLabel: step.label,
          beep: 'false',
          waitUrl: urls.place({ at: 'roomWait' }),
          statusCallback: urls.conference,
          statusCallbackEvent: [...roomEvents],
          ...(step.recorded ? { record: 'record-from-start', trim: 'do-not-trim', ...recordingNews(urls) } : {}),
        },
        step.room,
      )
      break
    case 'record':
      document.record({
        action: urls.voicemailDone,
        maxLength: step.seconds,
        playBeep: true,
        finishOnKey: step.finishKey,
        ...recordingNews(urls),
      })
      break
    case 'transcribe':
      document.start().transcription({ statusCallbackUrl: urls.turns, ...speech.listen(step.language) })
      break
    case 'goOn':
      // What a held leg hears is fetched by GET, for only that may be asked of a participant's update.
      if (step.place.at === 'hold') document.redirect({ method: 'GET' }, urls.place(step.place))
      else document.redirect(urls.place(step.place))
      break
    case 'hangUp':
      document.hangup()
  }
}

/** Steps as TwiML; pure: equal steps give the same document, however often Twilio asks. */
export const toTwiml = (steps: readonly Step[], urls: VoiceUrls, speech: Speech): string => {
  if (steps.length === 0) return emptyDocument
  const document = new twilio.twiml.VoiceResponse()
  for (const step of steps) write(document, step, urls, speech)
  return document.toString()
}
