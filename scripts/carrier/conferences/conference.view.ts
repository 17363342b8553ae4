import type { Core } from '../core/core.ts'
import { accountPath, apiVersion } from '../core/core.ts'
import { rfc2822 } from '../core/times.ts'
import type { Conference, Participant } from './conference.models.ts'

/** A conference as the REST API shows it. */
export const conferenceView = (core: Core, room: Conference): Record<string, unknown> => {
  const path = accountPath(core, `/Conferences/${room.sid}`)
  return {
    account_sid: core.settings.accountSid,
    api_version: apiVersion,
    date_created: rfc2822(room.createdAt),
    date_updated: rfc2822(room.updatedAt),
    friendly_name: room.friendlyName,
    region: 'us1',
    sid: room.sid,
    status: room.status,
    uri: `${path}.json`,
    reason_conference_ended: room.endReason,
    call_sid_ending_conference: room.endedBy,
    subresource_uris: { participants: `${path}/Participants.json`, recordings: `${path}/Recordings.json` },
  }
}

const callStates: Record<string, string> = { queued: 'queued', ringing: 'ringing', 'in-progress': 'connected' }

/** A participant as the REST API shows it. */
export const participantView = (core: Core, room: Conference, one: Participant): Record<string, unknown> => ({
  account_sid: core.settings.accountSid,
  call_sid: one.call.sid,
  label: one.joining.label,
  call_sid_to_coach: one.coaching,
  coaching: one.coaching !== null,
  conference_sid: room.sid,
  date_created: rfc2822(one.createdAt),
  date_updated: rfc2822(one.updatedAt),
  end_conference_on_exit: one.endOnExit,
  muted: one.muted,
  hold: one.hold,
  start_conference_on_enter: one.joining.startOnEnter,
  status: one.state === 'gone' ? 'complete' : (callStates[one.call.status] ?? 'complete'),
  queue_time: String(one.call.queueMs),
  uri: accountPath(core, `/Conferences/${room.sid}/Participants/${one.call.sid}.json`),
})
