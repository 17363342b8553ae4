import { systemActor } from '../../vocabulary/actor.ts'
import { isWaiting } from '../call/call.machine.ts'
import { moveCall, playScene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lockCall, type Call } from '../call/calls.store.ts'
import { citizenGone, withdrawOffer } from './citizen-gone.ts'
import { closeContact } from '../../contacts/close-contact.ts'
import { promiseCallback } from '../callbacks/promise-callback.ts'
import { tellReceipt } from '../callbacks/tell-receipt.ts'
import { isWithheld } from '../../platform/phone.rules.ts'

/** Keys a waiting caller may press. */
const waitKeys = { callback: '1', voicemail: '2' } as const

/**
 * A waiting caller pressed a key: 1 gives the place up for a call-back (and a receipt by text), 2 leaves a message. An agent who was
 * being rung is free again. Any other key, and a key that comes again, changes nothing. A withheld number cannot be rung back and goes on waiting.
 */
export const pressKey =
  (deps: CallsDeps) =>
  async (call: Call, digits: string): Promise<Call> => {
    const wantsCallback = digits === waitKeys.callback && !isWithheld(call.fromNumber)
    if (!wantsCallback && digits !== waitKeys.voicemail) return call
    return playScene(deps)(systemActor('calls'), async (scene) => {
      const locked = await lockCall(scene.tx, call.id)
      if (!locked || !isWaiting(locked.state) || locked.direction !== 'in') return locked ?? call
      await withdrawOffer(scene, locked)
      if (!wantsCallback) return moveCall(scene, locked, 'record', { agentId: null, agentLegRef: null })
      if (!(await promiseCallback(deps.ids, scene, locked, 'requested')))
        return citizenGone(deps.ids)(scene, locked, scene.now)
      await closeContact(scene.tx, locked.contactId, scene.now)
      await tellReceipt(deps, scene, locked, 'call.callback')
      return moveCall(scene, locked, 'close', { endedAt: scene.now, endReason: 'callback', agentId: null })
    })
  }
