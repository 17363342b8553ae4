import type { Twilio } from 'twilio'
import type { LegChange, NewLeg, Telephony } from '../telephony.port.ts'
import { placed } from './placed.ts'
import { roomEvents } from './voice/twiml.ts'
import type { VoiceUrls } from './voice/voice.urls.ts'

type Legs = Pick<Telephony, 'placeCall' | 'addLeg' | 'changeLeg' | 'redirectCall' | 'hangUp' | 'deleteRecording'>

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
  ...(leg.recorded ? { conferenceRecord: 'record-from-start', conferenceRecordingStatusCallback: urls.recording } : {}),
})

const changes = (change: LegChange, urls: VoiceUrls) =>
  'hold' in change && change.hold ? { ...change, holdUrl: urls.place({ at: 'hold' }), holdMethod: 'GET' } : change

/** Calls, conferences and recordings by Twilio's REST interface; a conference may be named by its SID, to add a leg also by its friendly name. */
export const createLegs = (client: Twilio, urls: VoiceUrls): Legs => ({
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
  redirectCall: (call, place) => placed(() => client.calls(call).update({ url: urls.place(place) })),
  hangUp: (call) => placed(() => client.calls(call).update({ status: 'completed' })),
  deleteRecording: (recording) => placed(() => client.recordings(recording).remove()),
})
