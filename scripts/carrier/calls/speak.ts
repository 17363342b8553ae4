import type { Core } from '../core/core.ts'
import { keepWords } from '../recordings/recording.machine.ts'
import type { Call } from './call.models.ts'
import { hear } from './hear.ts'
import { reportTurn } from './turn.events.ts'

/**
 * The party at the far end of a call says a line of text: heard by a Gather or Record that listens, and by the others in
 * the conference or bridge. Returns whether anything or anybody heard it.
 */
export const speak = (core: Core, call: Call, text: string): boolean => {
  if (call.status !== 'in-progress') return false
  hear(core, call, { kind: 'own', text })
  const listener = call.listener
  listener?.speech(text)
  if (call.seat !== null) return call.seat.say(text) || listener !== null
  // Nobody else is on the line; a recording or transcription of this leg still hears it.
  for (const recording of core.recordings.values())
    if (recording.callSid === call.sid && recording.source !== 'RecordVerb') keepWords(core, recording.sid, text)
  reportTurn(core, { text, speaker: call, hearers: [] })
  return listener !== null
}

/** The party presses keys. Without a listener they are lost, as on a real line. */
export const press = (core: Core, call: Call, digits: string): boolean => {
  if (call.status !== 'in-progress') return false
  hear(core, call, { kind: 'own', text: `[${digits}]` })
  const before = call.listener
  for (const digit of digits) call.listener?.digit(digit)
  return before !== null
}
