import { z } from 'zod'
import type { CallNews, LeftReason } from '../../call-events.types.ts'
import { carrierTime } from './carrier-time.ts'
import { toLegStatus } from './leg-news.ts'

/** A conference event (Twilio, "Conference", status callbacks). */
export const RoomEvent = z.object({
  ConferenceSid: z.string(),
  FriendlyName: z.string(),
  SequenceNumber: z.coerce.number().int().nonnegative(),
  StatusCallbackEvent: z.string(),
  Timestamp: z.string().optional(),
  CallSid: z.string().default(''),
  ParticipantLabel: z.string().default(''),
  ParticipantCallStatus: z.string().default(''),
  ReasonParticipantLeft: z.string().default(''),
  ReasonConferenceEnded: z.string().default(''),
})

const reasons: ReadonlyMap<string, LeftReason> = new Map([
  ['participant_hung_up', 'hungUp'],
  ['participant_updated_via_api', 'moved'],
  ['participant_add_failed', 'neverCame'],
  ['moderator_ended_conference', 'roomEnded'],
  ['conference_ended_via_api', 'roomEnded'],
])

/** Events that undo each other share a group. */
const groups: ReadonlyMap<string, string> = new Map([
  ['participant-mute', 'mute'],
  ['participant-unmute', 'mute'],
  ['participant-hold', 'hold'],
  ['participant-unhold', 'hold'],
])

/** What happened in a room; null for an event that nobody here acts on. */
export const toRoomNews = (event: z.output<typeof RoomEvent>): CallNews | null => {
  const name = event.StatusCallbackEvent
  const switched = groups.get(name)
  const group = `conference:${event.ConferenceSid}:${switched ?? name}:${switched ? event.CallSid : ''}`
  const room = {
    key: `${group}:${String(event.SequenceNumber).padStart(9, '0')}`,
    at: carrierTime(event.Timestamp),
    room: event.FriendlyName,
    roomRef: event.ConferenceSid,
  }
  const leg = { ...room, leg: event.CallSid, label: event.ParticipantLabel }
  switch (name) {
    case 'conference-start':
      return { ...room, kind: 'roomStarted' }
    case 'conference-end':
      return {
        ...room,
        kind: 'roomEnded',
        byLeg: event.ReasonConferenceEnded.startsWith('participant-with-end-conference-on-exit'),
      }
    case 'participant-join':
      return { ...leg, kind: 'joined' }
    case 'participant-leave':
      return {
        ...leg,
        kind: 'left',
        status: toLegStatus(event.ParticipantCallStatus),
        reason: reasons.get(event.ReasonParticipantLeft) ?? 'other',
      }
    case 'participant-hold':
    case 'participant-unhold':
      return { ...leg, kind: 'heldChanged', group, held: name === 'participant-hold' }
    case 'participant-mute':
    case 'participant-unmute':
      return { ...leg, kind: 'mutedChanged', group, muted: name === 'participant-mute' }
    default:
      return null
  }
}
