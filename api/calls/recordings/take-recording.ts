import type { CallNews } from '../../telephony/call-events.types.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { playScene, tellInCall } from '../call/call.scene.ts'
import { copyNote } from './copy-recording.ts'
import { deskNote, deskNotices } from '../../notices/desk.notices.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCallByConference, findCallByLeg } from '../call/calls.store.ts'
import { eventTime } from '../events/event-time.rules.ts'
import { saveRecording } from './recordings.store.ts'

type RecordingNews = Extract<CallNews, { kind: 'recordingChanged' }>

/** Keeps what became of a recording; a finished one is fetched. One that is absent is an incident: supervisors are told. */
export const takeRecording =
  (deps: CallsDeps) =>
  async (news: RecordingNews): Promise<void> => {
    await playScene(deps)(systemActor('calls'), async (scene) => {
      const { tx, now } = scene
      if (!(await deps.claimIn(tx, [news.key], 'voice.recording'))) return
      const call =
        (news.roomRef ? await findCallByConference(tx, news.roomRef) : undefined) ?? (await findCallByLeg(tx, news.leg))
      if (!call) return
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
      if (!recording) return
      if (recording.state === 'completed' && recording.sha256 === null) scene.notes.outbox.push(copyNote(recording.id))
      scene.notes.audit.push({
        action: `recording.${news.state}`,
        entity: 'recording',
        entityId: recording.id,
        after: { callId: call.id },
      })
      const { id: recordingId, state } = recording
      if (news.state === 'absent')
        scene.notes.live.push(
          deskNote(deskNotices.recordingAbsent, call.id, { recordingId, state, agentId: call.agentId }),
        )
      else tellInCall(scene, call, { type: 'recording', payload: { recordingId, state } })
    })
  }
