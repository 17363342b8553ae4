import { describe, expect, it } from 'vitest'
import { LegEvent, toLegNews } from '../../../../../api/telephony/twilio/voice/leg-news.ts'
import { RecordingEvent, toRecordingNews } from '../../../../../api/telephony/twilio/voice/recording-news.ts'
import { RoomEvent, toRoomNews } from '../../../../../api/telephony/twilio/voice/room-news.ts'

const at = 'Mon, 01 Jun 2026 02:00:03 +0000'

describe('Twilio’s events of a leg', () => {
  const news = (over: Record<string, string>) =>
    toLegNews(LegEvent.parse({ CallSid: 'CA1', CallStatus: 'completed', ...over }), null)

  it.each([
    ['queued', 'queued'],
    ['ringing', 'ringing'],
    ['in-progress', 'talking'],
    ['completed', 'hungUp'],
    ['busy', 'declined'],
    ['no-answer', 'unanswered'],
    ['canceled', 'cancelled'],
    ['failed', 'failed'],
  ])('%s is %s', (word, status) => expect(news({ CallStatus: word })).toMatchObject({ kind: 'legStatus', status }))

  it('are told once by their number, or by their status where there is none', () => {
    expect(news({ SequenceNumber: '3', Timestamp: at })).toMatchObject({
      key: 'call:CA1:3',
      at: new Date('2026-06-01T02:00:03Z'),
    })
    expect(news({})).toMatchObject({ key: 'call:CA1:completed', at: null })
    expect(news({ Timestamp: 'soon' })).toMatchObject({ at: null })
  })

  it('of a status that is not documented are none', () => expect(news({ CallStatus: 'teleported' })).toBeNull())
})

describe('Twilio’s events of a conference', () => {
  const news = (name: string, over: Record<string, string> = {}) =>
    toRoomNews(
      RoomEvent.parse({
        ConferenceSid: 'CF1',
        FriendlyName: 'room_1',
        SequenceNumber: '12',
        StatusCallbackEvent: name,
        CallSid: 'CA1',
        ParticipantLabel: 'citizen',
        Timestamp: at,
        ...over,
      }),
    )

  it.each([
    ['conference-start', { kind: 'roomStarted', room: 'room_1', roomRef: 'CF1' }],
    ['conference-end', { kind: 'roomEnded', byLeg: false }],
    ['participant-join', { kind: 'joined', leg: 'CA1', label: 'citizen' }],
    ['participant-leave', { kind: 'left', status: null, reason: 'other' }],
    ['participant-hold', { kind: 'heldChanged', held: true }],
    ['participant-unhold', { kind: 'heldChanged', held: false }],
    ['participant-mute', { kind: 'mutedChanged', muted: true }],
    ['participant-unmute', { kind: 'mutedChanged', muted: false }],
  ])('%s', (name, told) => expect(news(name)).toMatchObject({ ...told, at: new Date('2026-06-01T02:00:03Z') }))

  it.each([
    ['participant_hung_up', 'hungUp'],
    ['participant_updated_via_api', 'moved'],
    ['participant_add_failed', 'neverCame'],
    ['moderator_ended_conference', 'roomEnded'],
    ['conference_ended_via_api', 'roomEnded'],
    ['', 'other'],
  ])('a leg that left because of “%s”: %s', (word, reason) =>
    expect(news('participant-leave', { ReasonParticipantLeft: word })).toMatchObject({ reason }),
  )

  it.each([
    ['participant-with-end-conference-on-exit-left', true],
    ['participant-with-end-conference-on-exit-kicked', true],
    ['last-participant-left', false],
    ['conference-ended-via-api', false],
  ])('a room that ended by %s: by a leg %s', (word, byLeg) =>
    expect(news('conference-end', { ReasonConferenceEnded: word })).toMatchObject({ byLeg }),
  )

  it('that undo each other share a group, in which keys sort by their number; of each leg its own', () => {
    const [held, resumed] = [news('participant-hold'), news('participant-unhold', { SequenceNumber: '100' })]
    if (held?.kind !== 'heldChanged' || resumed?.kind !== 'heldChanged') throw new Error('no news')
    expect(held.group).toBe(resumed.group)
    expect(held.key < resumed.key).toBe(true)
    const muted = news('participant-mute')
    const other = news('participant-hold', { CallSid: 'CA2' })
    expect(muted?.kind === 'mutedChanged' && muted.group).not.toBe(held.group)
    expect(other?.kind === 'heldChanged' && other.group).not.toBe(held.group)
  })

  it.each(['participant-modify', 'participant-speech-start', 'announcement-end', 'something-new'])(
    '%s is none',
    (name) => expect(news(name)).toBeNull(),
  )
})

describe('Twilio’s events of a recording', () => {
  const news = (over: Record<string, string>) =>
    toRecordingNews(RecordingEvent.parse({ RecordingSid: 'RE1', RecordingStatus: 'completed', ...over }))

  it('tell a room’s from a message’s', () => {
    expect(news({ ConferenceSid: 'CF1', RecordingDuration: '42' })).toMatchObject({
      key: 'recording:RE1:completed',
      state: 'completed',
      seconds: 42,
      voicemail: false,
      roomRef: 'CF1',
    })
    expect(news({ RecordingSource: 'RecordVerb', CallSid: 'CA1' })).toMatchObject({
      seconds: null,
      voicemail: true,
      leg: 'CA1',
      roomRef: null,
    })
  })

  it('of a status that is not documented are none', () => expect(news({ RecordingStatus: 'lost' })).toBeNull())
})
