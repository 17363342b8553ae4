import { languagesOf } from './speech.ts'
import type { Rule } from './values.ts'
import {
  anyText,
  bool,
  callSid,
  endpoint,
  keys,
  language,
  method,
  oneOf,
  tones,
  url,
  voice,
  whole,
  words,
  words64,
} from './values.ts'

/** What an element may carry: its attributes, the elements inside it, and whether text is needed, allowed or refused. */
export type ElementRule = {
  attributes: Record<string, Rule>
  inside: readonly string[]
  text: 'needed' | 'allowed' | 'none'
  /** Code for a wrong element inside. */
  nesting?: number
  /** What attributes that are well formed may not be together. */
  together?: (attributes: Readonly<Record<string, string>>) => { code: number; message: string } | null
}

const callEvents = ['initiated', 'ringing', 'answered', 'completed']
const recordingEvents = ['in-progress', 'completed', 'absent']
const roomEvents = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'speaker', 'announcement']

const say = { language: language(13512), voice: voice(13511), loop: whole(0, 1000, 13510) }
const play = { loop: whole(0, 1000, 13410), digits: tones() }
const action = (code?: number) => ({ action: url(), method: method(code) })
const recordingCallback = {
  recordingStatusCallback: url(),
  recordingStatusCallbackMethod: method(),
  recordingStatusCallbackEvent: words(recordingEvents),
}
const leg = {
  url: url(),
  method: method(13221),
  statusCallback: url(),
  statusCallbackMethod: method(),
  statusCallbackEvent: words(callEvents),
}

/** A voice must be one, and speak the language; without a voice it is the default one, which speaks no Chinese. */
const voiceAndLanguage: NonNullable<ElementRule['together']> = ({ voice: name, language: tag }) => {
  const languages = languagesOf(name)
  if (languages === null) return { code: 13511, message: `there is no voice ${name}` }
  if (tag === undefined || languages.includes(tag)) return null
  return { code: 13512, message: `the voice ${name ?? '(default)'} does not speak ${tag}` }
}

/** Voice elements by name; attributes as in Twilio's TwiML reference. */
export const voiceGrammar: Record<string, ElementRule> = {
  Response: {
    attributes: {},
    inside: [
      'Say',
      'Play',
      'Pause',
      'Gather',
      'Dial',
      'Enqueue',
      'Leave',
      'Redirect',
      'Record',
      'Start',
      'Stop',
      'Hangup',
      'Reject',
    ],
    text: 'none',
  },
  Say: { attributes: say, inside: [], text: 'needed', together: voiceAndLanguage },
  Play: { attributes: play, inside: [], text: 'allowed' },
  Pause: { attributes: { length: whole(0, 3600, 13910) }, inside: [], text: 'none' },
  Gather: {
    attributes: {
      ...action(13312),
      input: words(['dtmf', 'speech']),
      timeout: whole(0, 600, 13313),
      speechTimeout: { ...whole(1, 600), fits: (value) => value === 'auto' || /^[1-9]\d{0,2}$/.test(value) },
      maxSpeechTime: whole(1, 600),
      numDigits: whole(1, 255, 13314),
      finishOnKey: keys(13310),
      language: language(),
      hints: anyText(),
      actionOnEmptyResult: bool(),
      bargeIn: bool(),
      debug: bool(),
      enhanced: bool(),
      profanityFilter: bool(),
      speechModel: words64(),
      partialResultCallback: url(),
      partialResultCallbackMethod: method(),
    },
    inside: ['Say', 'Play', 'Pause'],
    text: 'none',
    nesting: 13320,
  },
  Dial: {
    attributes: {
      ...action(13210),
      answerOnBridge: bool(),
      callerId: endpoint(13214),
      callReason: anyText(),
      hangupOnStar: bool(13213),
      record: oneOf([
        'do-not-record',
        'record-from-answer',
        'record-from-ringing',
        'record-from-answer-dual',
        'record-from-ringing-dual',
      ]),
      ...recordingCallback,
      recordingTrack: oneOf(['inbound', 'outbound', 'both']),
      ringTone: anyText(),
      sequential: bool(),
      timeLimit: whole(1, 86_400, 13216),
      timeout: whole(1, 600, 13212),
      trim: oneOf(['trim-silence', 'do-not-trim']),
    },
    inside: ['Number', 'Client', 'Conference', 'Queue'],
    text: 'allowed',
  },
  Number: { attributes: { ...leg, sendDigits: tones(), byoc: anyText() }, inside: [], text: 'needed' },
  Client: { attributes: leg, inside: ['Identity', 'Parameter'], text: 'allowed' },
  Identity: { attributes: {}, inside: [], text: 'needed' },
  Parameter: { attributes: { name: words64(), value: anyText() }, inside: [], text: 'none' },
  Conference: {
    attributes: {
      muted: bool(13230),
      endConferenceOnExit: bool(13231),
      startConferenceOnEnter: bool(13232),
      waitUrl: url(13233),
      waitMethod: method(13234),
      beep: oneOf(['true', 'false', 'onEnter', 'onExit']),
      coach: callSid(13240),
      participantLabel: words64(),
      maxParticipants: whole(2, 250),
      jitterBufferSize: oneOf(['off', 'small', 'medium', 'large']),
      region: anyText(),
      record: oneOf(['do-not-record', 'record-from-start']),
      trim: oneOf(['trim-silence', 'do-not-trim']),
      ...recordingCallback,
      statusCallback: url(),
      statusCallbackMethod: method(),
      statusCallbackEvent: words(roomEvents),
    },
    inside: [],
    text: 'needed',
  },
  Queue: { attributes: { url: url(), method: method(), reservationSid: anyText() }, inside: [], text: 'needed' },
  Enqueue: {
    attributes: {
      ...action(),
      waitUrl: url(),
      waitUrlMethod: method(),
      maxQueueSize: whole(1, 5000),
    },
    inside: [],
    text: 'needed',
  },
  Leave: { attributes: {}, inside: [], text: 'none' },
  Redirect: { attributes: { method: method(13710) }, inside: [], text: 'needed' },
  Record: {
    attributes: {
      ...action(13610),
      timeout: whole(1, 600, 13611),
      finishOnKey: keys(13612),
      maxLength: whole(1, 14_400, 13613),
      playBeep: bool(),
      trim: oneOf(['trim-silence', 'do-not-trim']),
      ...recordingCallback,
      transcribe: bool(),
      transcribeCallback: url(),
    },
    inside: [],
    text: 'none',
  },
  Start: { attributes: {}, inside: ['Recording', 'Transcription'], text: 'none' },
  Stop: { attributes: {}, inside: ['Recording', 'Transcription'], text: 'none' },
  Recording: {
    attributes: {
      ...recordingCallback,
      trim: oneOf(['trim-silence', 'do-not-trim']),
      track: oneOf(['inbound', 'outbound', 'both']),
      channels: oneOf(['mono', 'dual']),
    },
    inside: [],
    text: 'none',
  },
  Transcription: {
    attributes: {
      name: words64(),
      track: oneOf(['inbound_track', 'outbound_track', 'both_tracks']),
      statusCallbackUrl: url(),
      statusCallbackMethod: method(),
      inboundTrackLabel: anyText(),
      outboundTrackLabel: anyText(),
      partialResults: bool(),
      languageCode: language(),
      transcriptionEngine: oneOf(['google', 'deepgram']),
      profanityFilter: bool(),
      speechModel: words64(),
      hints: anyText(),
      enableAutomaticPunctuation: bool(),
      enableProviderData: bool(),
      intelligenceService: anyText(),
    },
    inside: [],
    text: 'none',
  },
  Hangup: { attributes: {}, inside: [], text: 'none' },
  Reject: { attributes: { reason: oneOf(['rejected', 'busy']) }, inside: [], text: 'none' },
}

/** Documents played to a waiting caller may hold less (Twilio `waitUrl`, `<Queue url>`). */
export const allowedIn = {
  call: null,
  queue: ['Say', 'Play', 'Pause', 'Hangup', 'Redirect', 'Leave', 'Gather'],
  conference: ['Say', 'Play', 'Pause', 'Redirect'],
  dequeued: ['Say', 'Play', 'Pause', 'Redirect'],
  whisper: ['Say', 'Play', 'Pause', 'Gather', 'Hangup', 'Redirect'],
} as const satisfies Record<string, readonly string[] | null>

export type DocumentUse = keyof typeof allowedIn
