import { hear } from '../calls/hear.ts'
import { reportTurn } from '../calls/turn.events.ts'
import type { Core } from '../core/core.ts'
import { keepWords } from '../recordings/recording.machine.ts'
import type { Conference, Participant } from './conference.models.ts'

const nameOf = (one: Participant): string => one.joining.label ?? one.call.from

const mayHear = (speaker: Participant, one: Participant): boolean => {
  const coached = speaker.coaching === null || speaker.coaching === one.call.sid
  return one !== speaker && one.state === 'connected' && !one.hold && coached
}

/**
 * What a participant says reaches everybody in the room who is not on hold; nobody hears a muted or held speaker, and a
 * coach is heard only by the leg being coached. Returns whether anybody may hear it.
 */
export const saidInRoom = (core: Core, room: Conference, speaker: Participant, text: string): boolean => {
  // A microphone switched off in the browser sends nothing, not even to a transcription.
  if (speaker.call.selfMuted) return false
  const silent = room.status !== 'in-progress' || speaker.muted || speaker.hold
  const hearers = silent ? [] : [...room.participants.values()].filter((one) => mayHear(speaker, one))
  for (const one of hearers) hear(core, one.call, { kind: 'turn', text, speaker: nameOf(speaker) })
  if (room.recordingSid !== null && !silent) keepWords(core, room.recordingSid, text)
  for (const one of [speaker, ...hearers])
    for (const recording of core.recordings.values())
      if (recording.callSid === one.call.sid && recording.conferenceSid === null) keepWords(core, recording.sid, text)
  reportTurn(core, { text, speaker: speaker.call, hearers: hearers.map((one) => one.call) })
  return hearers.length > 0
}
