import type { Call } from '../calls/call.models.ts'
import type { Core } from '../core/core.ts'
import { accountPath } from '../core/core.ts'
import { report } from '../core/report.ts'
import { rfc2822 } from '../core/times.ts'
import type { Recording, RecordingStatus } from './recording.models.ts'

export type NewRecording = Pick<
  Recording,
  'source' | 'conferenceSid' | 'channels' | 'track' | 'target' | 'events' | 'trim'
>

/** Time recorded so far, ms. */
export const recordedMs = (core: Core, recording: Recording): number =>
  recording.length + (recording.resumedAt === null ? 0 : core.clock.now() - recording.resumedAt)

/** The recording's media address without extension. */
export const mediaUrl = (core: Core, recording: Recording): string =>
  core.settings.baseUrl + accountPath(core, `/Recordings/${recording.sid}`)

/** Whether nothing more is recorded. */
export const isFinal = (recording: Recording): boolean =>
  !(recording.status === 'in-progress' || recording.status === 'paused')

const setStatus = (core: Core, recording: Recording, status: RecordingStatus): void => {
  recording.status = status
  recording.updatedAt = core.clock.now()
  core.log.add('state', recording.sid, `recording of ${recording.conferenceSid ?? recording.callSid}: ${status}`)
  const named = status === 'in-progress' || status === 'completed' || status === 'absent'
  if (recording.target === null || !named || !recording.events.has(status)) return
  report(core, recording.sid, recording.target, {
    AccountSid: core.settings.accountSid,
    // A conference's recording names the conference and no leg (Twilio, `<Conference>` recordingStatusCallback).
    ...(recording.conferenceSid === null ? { CallSid: recording.callSid } : { ConferenceSid: recording.conferenceSid }),
    RecordingSid: recording.sid,
    RecordingUrl: mediaUrl(core, recording),
    RecordingStatus: status,
    RecordingDuration: status === 'in-progress' ? '-1' : String(Math.round(recording.length / 1000)),
    RecordingChannels: String(recording.channels),
    RecordingStartTime: rfc2822(recording.startedAt),
    RecordingSource: recording.source,
    ...(recording.conferenceSid === null
      ? { RecordingTrack: recording.track, ErrorCode: status === 'absent' ? '11200' : '0' }
      : {}),
  })
}

const keep = 1000

/** Begins to record a leg or a room, and reports it where that was asked for. */
export const startRecording = (core: Core, call: Call, wanted: NewRecording): Recording => {
  const now = core.clock.now()
  const recording: Recording = {
    sid: core.random.sid('RE'),
    callSid: call.sid,
    status: 'in-progress',
    createdAt: now,
    updatedAt: now,
    startedAt: now,
    length: 0,
    resumedAt: now,
    pauseBehavior: 'skip',
    words: null,
    text: [],
    ...wanted,
  }
  core.recordings.set(recording.sid, recording)
  const oldest = core.recordings.size > keep ? [...core.recordings.values()].find(isFinal) : undefined
  if (oldest !== undefined) core.recordings.delete(oldest.sid)
  setStatus(core, recording, 'in-progress')
  if (recording.conferenceSid === null)
    call.onEnd.add(() => {
      if (!isFinal(recording)) stopRecording(core, recording)
    })
  return recording
}

/** Pauses a running recording; with `silence` the time line goes on. */
export const pauseRecording = (core: Core, recording: Recording, behavior: 'silence' | 'skip'): void => {
  recording.pauseBehavior = behavior
  if (behavior === 'skip') {
    recording.length = recordedMs(core, recording)
    recording.resumedAt = null
  }
  setStatus(core, recording, 'paused')
}

/** Goes on after a pause. */
export const resumeRecording = (core: Core, recording: Recording): void => {
  recording.resumedAt ??= core.clock.now()
  setStatus(core, recording, 'in-progress')
}

/** A line of text stands for so much of talk. */
const lineMs = 1000

/** What is left when the silence at both ends is cut off: nothing of a recording in which nobody spoke. */
const spokenMs = ({ words, length }: Recording): number =>
  words === null ? 0 : Math.min(length, words.last - words.first + lineMs)

/** Stops a recording. The media is ready about two seconds later, after the call has ended, or never (fault). */
export const stopRecording = (core: Core, recording: Recording): void => {
  recording.length = recordedMs(core, recording)
  recording.resumedAt = null
  if (recording.trim) recording.length = spokenMs(recording)
  setStatus(core, recording, 'stopped')
  core.clock.after(200, () => {
    if (recording.status === 'stopped') setStatus(core, recording, 'processing')
  })
  core.clock.after(core.random.between(1500, 2500), () => {
    if (recording.status !== 'processing') return
    const absent = recording.length < 100 || core.faults.take('recording-absent', recording.sid) !== null
    setStatus(core, recording, absent ? 'absent' : 'completed')
  })
}

/** Keeps what was said while a recording runs (nothing while it is paused). */
export const keepWords = (core: Core, sid: string, text: string): void => {
  const recording = core.recordings.get(sid)
  if (recording?.status !== 'in-progress') return
  const now = recordedMs(core, recording)
  recording.words = { first: recording.words?.first ?? now, last: now }
  if (recording.text.length < 500) recording.text.push(text)
}
