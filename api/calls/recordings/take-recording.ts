import { z } from 'zod'
import { systemActor } from '../../vocabulary/actor.ts'
import { playScene } from '../call/call.scene.ts'
import { copyNote } from './copy-recording.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCallByConference, findCallByLeg } from '../call/calls.store.ts'
import { eventTime } from '../events/event-time.rules.ts'
import { saveRecording } from './recordings.store.ts'

/** What the carrier says of a recording (Twilio recording status callback). */
export const RecordingEvent = z.object({
  RecordingSid: z.string(),
  RecordingStatus: z.string(),
  RecordingUrl: z.string().default(''),
  RecordingDuration: z.coerce.number().default(-1),
  RecordingSource: z.string().default(''),
  RecordingStartTime: z.string().optional(),
  CallSid: z.string().default(''),
  ConferenceSid: z.string().default(''),
})
export type RecordingEvent = z.output<typeof RecordingEvent>

/** Keeps what became of a recording; a finished one is fetched. One that is absent is an incident: supervisors are told. */
export const takeRecording =
  (deps: CallsDeps) =>
  async (event: RecordingEvent): Promise<void> => {
    await playScene(deps)(systemActor('calls'), async (scene) => {
      const { tx, now } = scene
      if (!(await deps.claimIn(tx, [`recording:${event.RecordingSid}:${event.RecordingStatus}`], 'voice.recording')))
        return
      const call =
        (event.ConferenceSid ? await findCallByConference(tx, event.ConferenceSid) : undefined) ??
        (await findCallByLeg(tx, event.CallSid))
      if (!call) return
      const voicemail = event.RecordingSource === 'RecordVerb'
      const recording = await saveRecording(tx, {
        id: deps.ids.next('recording'),
        callId: call.id,
        carrierRef: event.RecordingSid,
        purpose: voicemail ? 'voicemail' : 'conference',
        state: event.RecordingStatus,
        durationSeconds: event.RecordingDuration < 0 ? null : event.RecordingDuration,
        url: event.RecordingUrl,
        startedAt: eventTime(event.RecordingStartTime, now),
      })
      if (!recording) return
      if (recording.state === 'completed' && recording.sha256 === null) scene.notes.outbox.push(copyNote(recording.id))
      const absent = event.RecordingStatus === 'absent'
      scene.notes.audit.push({
        action: `recording.${event.RecordingStatus}`,
        entity: 'recording',
        entityId: recording.id,
        after: { callId: call.id },
      })
      scene.notes.live.push({
        topic: absent ? 'alert' : 'call',
        type: absent ? 'recordingAbsent' : 'recording',
        entityId: call.id,
        audience: { roles: ['supervisor'], staffIds: call.agentId ? [call.agentId] : [] },
        payload: { recordingId: recording.id, state: recording.state },
      })
    })
  }
