import { systemActor } from '../../vocabulary/actor.ts'
import type { Outcome } from '../../platform/outbox.types.ts'
import type { Placed } from '../../telephony/outcomes.types.ts'
import { agentLeft } from '../events/agent-left.ts'
import {
  changeEffect,
  connectEffect,
  dialEffect,
  dropEffect,
  offerEffect,
  requeueEffect,
  transcribeEffect,
} from './call.effects.ts'
import { playScene } from './call.scene.ts'
import { dialRingSeconds, offerRingSeconds } from '../calls.limits.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCall, lockCall, saveCall } from './calls.store.ts'
import { citizenGone } from '../events/citizen-gone.ts'
import { transcriptFailed } from '../events/transcript-failed.ts'
import { agentLabel } from './leg-labels.ts'
import { findOffer, noteLeg } from '../queue/offers.store.ts'

/** The carrier says that the call is over or was never there. */
const isGone = (placed: Placed) => 'refused' in placed && placed.refused === 'gone'

const outcome = (placed: Placed): Outcome => {
  if ('ref' in placed || isGone(placed)) return { state: 'done' }
  if ('unknown' in placed) return { state: 'unknown', error: placed.message }
  if ('later' in placed) return { state: 'retry', error: placed.message }
  return { state: 'failed', error: `${placed.code} ${placed.message}` }
}

/** Commands that may be given twice are, when the carrier did not say. */
const again = (of: Outcome): Outcome => (of.state === 'unknown' ? { state: 'retry', error: of.error } : of)

/**
 * Does what the verbs promised the carrier would do. Each handler looks at the newest state first: a command that has lost its
 * reason is not sent, and a leg that came into being too late is hung up. What stays unknown is settled by the carrier's own events.
 */
export const carrierEffects = (deps: CallsDeps) => {
  const { carrier, outbox } = deps
  const play = playScene(deps)
  const actor = systemActor('calls.carrier')

  outbox.on(offerEffect, async ({ offerId }) => {
    const offer = await findOffer(deps.db, offerId)
    const call = offer && (await findCall(deps.db, offer.callId))
    if (!offer || !call || offer.result !== 'pending') return { state: 'done' }
    const placed = await carrier.addLeg(call.room, {
      from: call.direction === 'in' ? call.toNumber : call.fromNumber,
      staffId: offer.staffId,
      label: agentLabel(offerId),
      owner: { offerId },
      ringSeconds: offerRingSeconds,
      startsRoom: true,
      endsRoom: false,
      recorded: true,
    })
    if ('ref' in placed) {
      const wanted = await deps.db.tx(async (tx) => {
        const locked = await lockCall(tx, call.id)
        await noteLeg(tx, offerId, placed.ref)
        if (!locked || locked.room !== call.room || !['ringing', 'talking', 'held'].includes(locked.state)) return false
        if (locked.agentLegRef === null) await saveCall(tx, locked, { agentLegRef: placed.ref })
        return true
      })
      if (!wanted) await carrier.hangUp(placed.ref)
    }
    if ('refused' in placed) {
      await play(actor, (scene) => agentLeft(deps.ids)(scene, offerId, '', 'failed', scene.now))
    }
    return outcome(placed)
  })

  const loseCitizen = async (callId: string, how: 'hungUp' | 'failed' = 'hungUp') => {
    await play(actor, async (scene) => {
      const locked = await lockCall(scene.tx, callId)
      if (locked) await citizenGone(deps.ids)(scene, locked, scene.now, how)
    })
  }

  outbox.on(connectEffect, async ({ callId, room }) => {
    const call = await findCall(deps.db, callId)
    if (call?.state !== 'ringing' || call.room !== room) return { state: 'done' }
    const placed = await carrier.redirectCall(call.carrierRef, { at: 'room', callId })
    if (isGone(placed)) await loseCitizen(callId)
    return outcome(placed)
  })

  outbox.on(requeueEffect, async ({ callId }) => {
    const call = await findCall(deps.db, callId)
    if (!call || (call.state !== 'queued' && call.state !== 'ringing')) return { state: 'done' }
    const placed = await carrier.redirectCall(call.carrierRef, { at: 'queue', callId })
    if (isGone(placed)) await loseCitizen(callId)
    return outcome(placed)
  })

  outbox.on(dialEffect, async ({ callId }) => {
    const call = await findCall(deps.db, callId)
    if (call?.state !== 'ringing' || !call.carrierRef.startsWith('pending:')) return { state: 'done' }
    const placed = await carrier.placeCall({
      from: call.fromNumber,
      to: call.toNumber,
      place: { at: 'outbound', callId },
      owner: { callId },
      ringSeconds: dialRingSeconds,
    })
    if ('ref' in placed) {
      const wanted = await deps.db.tx(async (tx) => {
        const locked = await lockCall(tx, callId)
        if (!locked) return false
        if (locked.carrierRef.startsWith('pending:')) await saveCall(tx, locked, { carrierRef: placed.ref })
        return locked.state === 'ringing' || locked.state === 'talking' || locked.state === 'held'
      })
      if (!wanted) await carrier.hangUp(placed.ref)
    }
    if ('refused' in placed) await loseCitizen(callId, 'failed')
    return outcome(placed)
  })

  outbox.on(changeEffect, async ({ room, leg, change }) => again(outcome(await carrier.changeLeg(room, leg, change))))

  outbox.on(transcribeEffect, async ({ legRef, language }) => {
    const placed = await carrier.transcribe(legRef, language)
    if ('refused' in placed && !isGone(placed))
      await transcriptFailed(deps)({ key: `call.transcribe:${legRef}`, leg: legRef, ...placed })
    return outcome(placed)
  })

  outbox.on(dropEffect, async ({ legRef }) => again(outcome(await carrier.hangUp(legRef))))
}
