import { z } from 'zod'
import { systemActor } from '../../vocabulary/actor.ts'
import { agentLeft } from './agent-left.ts'
import { playScene, type Scene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCall, findCallByRef, lockCall, saveCall } from '../call/calls.store.ts'
import { citizenGone } from './citizen-gone.ts'
import { eventTime } from './event-time.rules.ts'

/** What the carrier says of a leg (Twilio call-progress event). */
export const StatusEvent = z.object({
  CallSid: z.string(),
  CallStatus: z.string(),
  SequenceNumber: z.string().default(''),
  Timestamp: z.string().optional(),
})
export type StatusEvent = z.output<typeof StatusEvent>

const ends: Record<string, 'hungUp' | 'unanswered' | 'failed'> = {
  completed: 'hungUp',
  busy: 'unanswered',
  'no-answer': 'unanswered',
  canceled: 'unanswered',
  failed: 'failed',
}

/**
 * Takes one progress event of a leg, once; only ends matter, the rest is learnt from rooms and documents. `callId` names
 * the call of a citizen who is rung (its leg may be unknown yet), `offerId` the offer of an agent's leg.
 */
export const callStatus = (deps: CallsDeps, route: () => Promise<number>) => {
  const citizenEnd = async (scene: Scene, event: StatusEvent, callId: string | null) => {
    const found = callId ? await findCall(scene.tx, callId) : await findCallByRef(scene.tx, event.CallSid)
    const call = found && (await lockCall(scene.tx, found.id))
    const how = ends[event.CallStatus]
    if (!call || !how) return null
    const known = call.carrierRef.startsWith('pending:')
      ? await saveCall(scene.tx, call, { carrierRef: event.CallSid })
      : call
    if (known.carrierRef !== event.CallSid) return null
    return citizenGone(deps.ids)(scene, known, eventTime(event.Timestamp, scene.now), how)
  }

  return async (event: StatusEvent, about: { callId?: string; offerId?: string } = {}): Promise<void> => {
    if (!ends[event.CallStatus]) return
    const { queueMoved } = await playScene(deps)(systemActor('calls'), async (scene) => {
      const key = `call:${event.CallSid}:${event.SequenceNumber || event.CallStatus}`
      if (!(await deps.claimIn(scene.tx, [key], 'voice.status'))) return null
      if (about.offerId === undefined) return citizenEnd(scene, event, about.callId ?? null)
      return agentLeft(deps.ids)(
        scene,
        about.offerId,
        event.CallSid,
        event.CallStatus,
        eventTime(event.Timestamp, scene.now),
      )
    })
    if (queueMoved) await route()
  }
}
