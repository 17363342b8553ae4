import type { CallNews } from '../../telephony/call-events.types.ts'
import { tellInCall, type Scene } from '../call/call.scene.ts'
import { copyNote } from './copy-recording.ts'
import { deskNotices } from '../../notices/desk.notices.ts'
import { deskNote } from '../../notices/desk-note.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lockCall, type Call } from '../call/calls.store.ts'
import { findCallByConference, findCallByLeg } from '../call/find-by-carrier.ts'
import { eventTime } from '../events/event-time.rules.ts'
import { keepVoicemail } from '../events/take-voicemail.ts'
import { saveRecording, type Recording } from './recordings.store.ts'

export type RecordingNews = Extract<CallNews, { kind: 'recordingChanged' }>

const tell = (scene: Scene, call: Call, news: RecordingNews, recording: Recording) => {
  scene.notes.audit.push({
    action: `recording.${news.state}`,
    entity: 'recording',
    entityId: recording.id,
    after: { callId: call.id },
  })
  const { id: recordingId, state } = recording
  if (news.state === 'absent')
    scene.notes.live.push(
      deskNote(deskNotices.recordingAbsent, call.id, { recordingId, state: news.state, agentId: call.agentId }),
    )
  else tellInCall(scene, call, { type: 'recording', payload: { recordingId, state } })
}

/**
 * Keeps what became of a recording whose call is known; a finished one is fetched, and a message that was left is taken in if nobody told of it
 * before. Answers false, and takes nothing, where no call has had this room or leg.
 */
export const keepRecording =
  (deps: CallsDeps) =>
  async (scene: Scene, news: RecordingNews): Promise<boolean> => {
    const { tx, now } = scene
    const found =
      (news.roomRef ? await findCallByConference(tx, news.roomRef) : undefined) ??
      (news.leg === '' ? undefined : await findCallByLeg(tx, news.leg))
    const call = found && (await lockCall(tx, found.id))
    if (!call) return false
    if (!(await deps.claimIn(tx, [news.key], 'voice.recording'))) return true
    const recording = await saveRecording(tx, {
      id: deps.ids.next('recording'),
      callId: call.id,
      carrierRef: news.ref,
      purpose: news.voicemail ? 'voicemail' : 'conference',
      state: news.state,
      durationSeconds: news.seconds,
      url: news.url,
      startedAt: eventTime(news.at, now),
    })
    if (!recording) return true
    if (recording.state === 'completed' && recording.sha256 === null) scene.notes.outbox.push(copyNote(recording.id))
    tell(scene, call, news, recording)
    if (news.voicemail && news.state === 'completed')
      await keepVoicemail(deps)(scene, call, { ref: news.ref, seconds: news.seconds ?? 0, url: news.url })
    return true
  }
