import type { Ids } from '../../platform/ids.ts'
import type { Scene } from '../call/call.scene.ts'
import { openCallbacksOf } from './citizen-callbacks.store.ts'
import { insertCallback, type CallbackReason } from './callbacks.store.ts'
import type { Call } from '../call/calls.store.ts'
import { isWithheld } from '../../platform/phone.rules.ts'

/**
 * Puts the citizen of a call on the list of people to ring back (漏接电话回拨); a call that is on it stays there once. Somebody who tries
 * again and again keeps their first place, and is rung once. A withheld number cannot be rung: it is on the list only with a message, for
 * somebody to hear it.
 */
export const promiseCallback = async (ids: Ids, scene: Scene, call: Call, reason: CallbackReason): Promise<boolean> => {
  if (reason !== 'voicemail' && isWithheld(call.fromNumber)) return false
  if (
    reason === 'abandoned' &&
    (await openCallbacksOf(scene.tx, call.citizenId)).some(({ lineId }) => lineId === call.lineId)
  )
    return false
  const callback = await insertCallback(scene.tx, {
    id: ids.next('callback'),
    callId: call.id,
    citizenId: call.citizenId,
    lineId: call.lineId,
    reason,
    state: 'open',
    attempts: 0,
    createdAt: scene.now,
    version: 1,
  })
  if (!callback) return false
  scene.notes.audit.push({
    action: 'callback.create',
    entity: 'callback',
    entityId: callback.id,
    after: { reason, callId: call.id },
  })
  scene.notes.live.push({
    topic: 'callback',
    type: 'created',
    entityId: callback.id,
    audience: { roles: ['agent', 'followUp', 'supervisor'] },
    payload: { reason, lineId: call.lineId },
  })
  return true
}
