import twilio from 'twilio'
import type { SpokenLanguage, SpokenStep, Step } from '../../steps.types.ts'
import type { VoiceUrls } from './voice.urls.ts'

/** The library's builder of voice documents. */
type VoiceDocument = InstanceType<typeof twilio.twiml.VoiceResponse>

/** The answer to an event, and to a text whose reply goes out by itself. */
export const emptyDocument = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

const languages: Record<SpokenLanguage, 'zh-CN' | 'en-US'> = { zh: 'zh-CN', en: 'en-US' }

/** Events of a room: the first leg's count, so every leg names the same. */
export const roomEvents = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify'] as const

const speak = (to: Pick<VoiceDocument, 'say' | 'play' | 'pause'>, step: SpokenStep) => {
  if (step.do === 'say') to.say({ language: languages[step.language] }, step.text)
  else if (step.do === 'play') to.play(step.url)
  else to.pause({ length: step.seconds })
}

const write = (document: VoiceDocument, step: Step, urls: VoiceUrls) => {
  switch (step.do) {
    case 'say':
    case 'play':
    case 'pause':
      speak(document, step)
      break
    case 'gather': {
      const gather = document.gather({
        input: ['dtmf'],
        numDigits: step.keys,
        timeout: step.seconds,
        action: urls.key,
      })
      for (const spoken of step.meanwhile) speak(gather, spoken)
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
          ...(step.recorded ? { record: 'record-from-start', recordingStatusCallback: urls.recording } : {}),
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
        recordingStatusCallback: urls.recording,
        recordingStatusCallbackEvent: ['completed', 'absent'],
      })
      break
    case 'transcribe':
      document.start().transcription({
        statusCallbackUrl: urls.turns,
        track: 'both_tracks',
        languageCode: languages[step.language],
        inboundTrackLabel: step.own,
        outboundTrackLabel: step.other,
        partialResults: false,
      })
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
export const toTwiml = (steps: readonly Step[], urls: VoiceUrls): string => {
  if (steps.length === 0) return emptyDocument
  const document = new twilio.twiml.VoiceResponse()
  for (const step of steps) write(document, step, urls)
  return document.toString()
}
