import { z } from 'zod'
import { defineEffect } from '../../platform/effect.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import type { LeftMessage } from '../../telephony/outcomes.types.ts'
import { moveCall, playScene, tellQueue, type Scene } from '../call/call.scene.ts'
import { findCallbackOfCall, saveCallback } from '../callbacks/callbacks.store.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCall, lockCall, saveCall, type Call } from '../call/calls.store.ts'
import { leaveForPerson } from '../../contacts/close-contact.ts'
import { promiseCallback } from '../callbacks/promise-callback.ts'
import { saveRecording } from '../recordings/recordings.store.ts'
import { tellReceipt } from '../callbacks/tell-receipt.ts'

/** Asks the carrier for the message of a call whose recording it did not name. */
const seekEffect = defineEffect('call.seekVoicemail', { callId: z.string() }, { repeatable: true })

/** A carrier that lists no message after so many tries has none. */
const lastAttempt = 4

/**
 * Keeps a message that was left on a locked call, once, whoever told of it first: the contact waits for a person, the citizen is on the call-back
 * list and gets a receipt by text. A message of no length is none, and a call that was answered has left none.
 */
export const keepVoicemail =
  (deps: CallsDeps) =>
  async (scene: Scene, call: Call, message: { ref: string; seconds: number; url: string }): Promise<Call> => {
    const { tx, now } = scene
    if (message.seconds <= 0 || call.answeredAt) return call
    if (!(await deps.claimIn(tx, [`voicemail:${message.ref}`], 'voice.voicemail'))) return call
    await saveRecording(tx, {
      id: deps.ids.next('recording'),
      callId: call.id,
      carrierRef: message.ref,
      purpose: 'voicemail',
      state: 'processing',
      durationSeconds: message.seconds,
      url: message.url,
      startedAt: new Date(now.getTime() - message.seconds * 1000),
    })
    const ended = { endedAt: call.endedAt ?? now, endReason: 'voicemail' as const }
    const after =
      call.state === 'voicemail' ? await moveCall(scene, call, 'close', ended) : await saveCall(tx, call, ended)
    await leaveForPerson(tx, call.contactId, ended.endedAt)
    const listed = await findCallbackOfCall(tx, call.id)
    if (listed) await saveCallback(tx, listed, { reason: 'voicemail' })
    else await promiseCallback(deps.ids, scene, after, 'voicemail')
    await tellReceipt(deps, scene, after, 'call.voicemail')
    tellQueue(scene, after)
    return after
  }

/** A message was left, before or after the news that the caller hung up. One whose recording the carrier did not name is looked up there. */
export const takeVoicemail =
  (deps: CallsDeps) =>
  (call: Call, recording: LeftMessage | null): Promise<void> =>
    playScene(deps)(systemActor('calls'), async (scene) => {
      const locked = await lockCall(scene.tx, call.id)
      if (!locked) return
      if (recording?.seconds) await keepVoicemail(deps)(scene, locked, { ...recording, seconds: recording.seconds })
      else if (recording === null)
        scene.notes.outbox.push(seekEffect.promise(`call.seekVoicemail:${call.id}`, { callId: call.id }))
    })

/** Looks up, at the carrier, the messages of calls whose recording was not named. */
export const voicemailEffects = (deps: CallsDeps) => {
  deps.outbox.on(seekEffect, async ({ callId }, { attempts }) => {
    const call = await findCall(deps.db, callId)
    if (!call) return { state: 'done' }
    const listed = await deps.carrier.messagesLeft(call.carrierRef)
    if ('unknown' in listed) return { state: 'retry', error: listed.message }
    const left = listed.find(({ seconds }) => seconds !== null && seconds > 0)
    if (!left) return attempts < lastAttempt ? { state: 'retry', error: 'no message is listed yet' } : { state: 'done' }
    await playScene(deps)(systemActor('calls.carrier'), async (scene) => {
      const locked = await lockCall(scene.tx, callId)
      if (locked) await keepVoicemail(deps)(scene, locked, { ...left, seconds: left.seconds ?? 0 })
    })
    return { state: 'done' }
  })
}
