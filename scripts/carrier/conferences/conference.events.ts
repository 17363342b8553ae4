import type { Core } from '../core/core.ts'
import { report } from '../core/report.ts'
import { rfc2822 } from '../core/times.ts'
import type { Conference, ConferenceEventName, Participant } from './conference.models.ts'

const participantParams = (one: Participant): Record<string, string> => ({
  CallSid: one.call.sid,
  Muted: String(one.muted),
  Hold: String(one.hold),
  Coaching: String(one.coaching !== null),
  ...(one.coaching === null ? {} : { CallSidToCoach: one.coaching }),
  ...(one.joining.label === null ? {} : { ParticipantLabel: one.joining.label }),
  StartConferenceOnEnter: String(one.joining.startOnEnter),
  EndConferenceOnExit: String(one.endOnExit),
})

/** Sends a conference event to the room's callback, which the first participant set (Twilio `statusCallback`). */
export const reportRoom = (
  core: Core,
  room: Conference,
  group: ConferenceEventName,
  name: string,
  about: { one?: Participant; extra?: Record<string, string> } = {},
): void => {
  const who = about.one === undefined ? '' : ` ${about.one.joining.label ?? about.one.call.sid}`
  core.log.add('state', room.sid, `conference ${room.friendlyName}: ${name}${who}`, about.extra)
  if (core.bus.listeners() > 0)
    core.bus.emit({ type: 'conference', about: room.sid, numbers: [], data: { sid: room.sid, name, who: who.trim() } })
  room.sequence += 1
  if (room.watch === null || !room.watch.events.has(group)) return
  report(core, room.sid, room.watch.target, {
    AccountSid: core.settings.accountSid,
    ConferenceSid: room.sid,
    FriendlyName: room.friendlyName,
    StatusCallbackEvent: name,
    SequenceNumber: String(room.sequence),
    Timestamp: rfc2822(core.clock.now()),
    ...(about.one === undefined ? {} : participantParams(about.one)),
    ...about.extra,
  })
}
