import type { Twilio } from 'twilio'
import type { LegChange, NewLeg, Telephony } from '../telephony.port.ts'
import { placed } from './placed.ts'
import type { Speech } from './speech.ts'
import { roomEvents } from './voice/twiml.ts'
import type { VoiceUrls } from './voice/voice.urls.ts'

type Legs = Pick<
  Telephony,
  'placeCall' | 'addLeg' | 'changeLeg' | 'transcribe' | 'redirectCall' | 'hangUp' | 'deleteRecording'
>

/** Only the end of a recording is told by default; one that is absent must be heard of, too. */
const recordingEvents = ['completed', 'absent']

const legEvents = ['initiated', 'ringing', 'answered', 'completed']

const participant = (leg: NewLeg, urls: VoiceUrls) => ({
  from: leg.from,
  to: `client:${leg.staffId}`,
  label: leg.label,
  beep: 'false',
  startConferenceOnEnter: leg.startsRoom,
  endConferenceOnExit: leg.endsRoom,
  timeout: leg.ringSeconds,
  statusCallback: urls.leg(leg.owner),
  statusCallbackEvent: legEvents,
  // Only the first participant's values count: every leg gives the same.
  conferenceStatusCallback: urls.conference,
  conferenceStatusCallbackEvent: [...roomEvents],
  ...(leg.recorded
    ? {
        conferenceRecord: 'record-from-start',
        // The default cuts silence off the ends: the recording would no longer run beside the transcript.
        conferenceTrim: 'do-not-trim',
        conferenceRecordingStatusCallback: urls.recording,
        conferenceRecordingStatusCallbackEvent: [...recordingEvents],
      }
    : {}),
})

const changes = (change: LegChange, urls: VoiceUrls) =>
  'hold' in change && change.hold ? { ...change, holdUrl: urls.place({ at: 'hold' }), holdMethod: 'GET' } : change

/** Calls, conferences and recordings by Twilio's REST interface; a conference may be named by its SID, to add a leg also by its friendly name. */
export const createLegs = (client: Twilio, urls: VoiceUrls, speech: Speech): Legs => ({
  placeCall: ({ from, to, place, owner, ringSeconds }) =>
    placed(() =>
      client.calls.create({
        from,
        to,
        url: urls.place(place),
        statusCallback: urls.leg(owner),
        statusCallbackEvent: legEvents,
        timeout: ringSeconds,
      }),
    ),
  addLeg: (room, leg) => placed(() => client.conferences(room).participants.create(participant(leg, urls))),
  changeLeg: (room, leg, change) =>
    placed(() => client.conferences(room).participants(leg).update(changes(change, urls))),
  transcribe: (leg, language) =>
    placed(() =>
      client.calls(leg).transcriptions.create({ statusCallbackUrl: urls.turns, ...speech.listen(language) }),
    ),
  redirectCall: (call, place) => placed(() => client.calls(call).update({ url: urls.place(place) })),
  hangUp: (call) => placed(() => client.calls(call).update({ status: 'completed' })),
  deleteRecording: (recording) => placed(() => client.recordings(recording).remove()),
})
