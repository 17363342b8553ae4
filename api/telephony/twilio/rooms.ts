import type { Twilio } from 'twilio'
import type { NewParticipant, ParticipantChange, Telephony } from '../telephony.port.ts'
import { placed } from './placed.ts'

const legEvents = ['initiated', 'ringing', 'answered', 'completed']
const roomEvents = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify']

const participant = (leg: NewParticipant) => ({
  from: leg.from,
  to: leg.to,
  label: leg.label,
  beep: leg.beep === true ? 'true' : 'false',
  startConferenceOnEnter: leg.startsRoom ?? true,
  endConferenceOnExit: leg.endsRoom ?? false,
  statusCallback: leg.statusUrl,
  statusCallbackEvent: legEvents,
  ...(leg.timeoutSeconds === undefined ? {} : { timeout: leg.timeoutSeconds }),
  ...(leg.muted === undefined ? {} : { muted: leg.muted }),
  ...(leg.coaching === undefined ? {} : { coaching: true, callSidToCoach: leg.coaching }),
  ...(leg.roomStatusUrl === undefined
    ? {}
    : { conferenceStatusCallback: leg.roomStatusUrl, conferenceStatusCallbackEvent: roomEvents }),
  ...(leg.recordingStatusUrl === undefined
    ? {}
    : { conferenceRecord: 'record-from-start', conferenceRecordingStatusCallback: leg.recordingStatusUrl }),
})

const changes = (change: ParticipantChange) => ({
  ...(change.muted === undefined ? {} : { muted: change.muted }),
  ...(change.hold === undefined ? {} : { hold: change.hold }),
  ...(change.holdUrl === undefined ? {} : { holdUrl: change.holdUrl, holdMethod: 'GET' }),
  ...(change.endsRoom === undefined ? {} : { endConferenceOnExit: change.endsRoom }),
  ...(change.coaching === undefined
    ? {}
    : change.coaching === null
      ? { coaching: false }
      : { coaching: true, callSidToCoach: change.coaching }),
})

/** Conferences and their legs by Twilio's REST interface; a room may be named by its SID or its friendly name. */
export const createRooms = (
  client: Twilio,
): Pick<Telephony, 'addParticipant' | 'updateParticipant' | 'removeParticipant' | 'endConference'> => ({
  addParticipant: (room, leg) => placed(() => client.conferences(room).participants.create(participant(leg))),
  updateParticipant: (room, leg, change) =>
    placed(() => client.conferences(room).participants(leg).update(changes(change))),
  removeParticipant: (room, leg) => placed(() => client.conferences(room).participants(leg).remove()),
  endConference: (room) => placed(() => client.conferences(room).update({ status: 'completed' })),
})
