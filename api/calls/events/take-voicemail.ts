import type { CallQuestion } from '../../telephony/call-events.types.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { moveCall, playScene, tellQueue } from '../call/call.scene.ts'
import { findCallbackOfCall, saveCallback } from '../callbacks/callbacks.store.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lockCall, saveCall, type Call } from '../call/calls.store.ts'
import { leaveForPerson } from '../../contacts/close-contact.ts'
import { promiseCallback } from '../callbacks/promise-callback.ts'
import { saveRecording } from '../recordings/recordings.store.ts'
import { tellReceipt } from '../callbacks/tell-receipt.ts'

type Voicemail = Extract<CallQuestion, { kind: 'voicemailLeft' }>

/**
 * A message was left, before or after the news that the caller hung up: the contact waits for a person, the citizen is on the call-back list
 * and gets a receipt by text. A message of no length is none.
 */
export const takeVoicemail =
  (deps: CallsDeps) =>
  async (call: Call, { key, recording }: Pick<Voicemail, 'key' | 'recording'>): Promise<Call> => {
    if (!recording || recording.seconds <= 0) return call
    return playScene(deps)(systemActor('calls'), async (scene) => {
      const { tx, now } = scene
      if (!(await deps.claimIn(tx, [key], 'voice.voicemail'))) return call
      const locked = await lockCall(tx, call.id)
      if (!locked || locked.answeredAt) return locked ?? call
      await saveRecording(tx, {
        id: deps.ids.next('recording'),
        callId: locked.id,
        carrierRef: recording.ref,
        purpose: 'voicemail',
        state: 'processing',
        durationSeconds: recording.seconds,
        url: recording.url,
        startedAt: new Date(now.getTime() - recording.seconds * 1000),
      })
      const ended = { endedAt: locked.endedAt ?? now, endReason: 'voicemail' as const }
      const after =
        locked.state === 'voicemail' ? await moveCall(scene, locked, 'close', ended) : await saveCall(tx, locked, ended)
      await leaveForPerson(tx, locked.contactId, ended.endedAt)
      const listed = await findCallbackOfCall(tx, locked.id)
      if (listed) await saveCallback(tx, listed, { reason: 'voicemail' })
      else await promiseCallback(deps.ids, scene, after, 'voicemail')
      await tellReceipt(deps, scene, after, 'call.voicemail')
      tellQueue(scene, after)
      return after
    })
  }
