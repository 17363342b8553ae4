import { systemActor } from '../../vocabulary/actor.ts'
import { playScene, tellPresence } from '../call/call.scene.ts'
import { heartbeatLossMs } from '../calls.limits.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lockCall } from '../call/calls.store.ts'
import { releaseCallbacks } from '../callbacks/drop-callbacks.ts'
import { decideOffer, lastOffer } from '../queue/offers.store.ts'
import { passOn } from '../queue/pass-on.ts'
import { nextPresence } from './presence.machine.ts'
import { findPresence, lockPresence, savePresence } from './presence.store.ts'

/**
 * An agent whose console has not been heard of for 45 s is offline, and what rings there goes to the next one. A talk goes on: its legs say when
 * it is over. A write-up waits for the agent to come back. Answers whether the agent was lost.
 */
export const loseAgent =
  (deps: CallsDeps) =>
  async (staffId: string): Promise<boolean> => {
    return playScene(deps)(systemActor('calls.heartbeats'), async (scene) => {
      const { tx, now } = scene
      const seen = await findPresence(tx, staffId)
      if (!seen || now.getTime() - seen.heartbeatAt.getTime() < heartbeatLossMs) return false
      const call = seen.state === 'ringing' && seen.callId ? await lockCall(tx, seen.callId) : undefined
      if (call?.state === 'ringing' && call.agentId === staffId) {
        const offer = await lastOffer(tx, call.id)
        if (offer) await decideOffer(tx, offer.id, 'missed', now)
        await passOn(scene, call, 'missed', 'lose')
        return true
      }
      const before = await lockPresence(tx, staffId, now)
      const state = nextPresence(before.state, 'lose')
      if (before.state !== seen.state || before.heartbeatAt > seen.heartbeatAt || !state) return false
      tellPresence(
        scene,
        await savePresence(tx, before, { state, since: now, callId: null, missedAt: before.missedAt }),
        'lose',
      )
      if (state === 'offline') await releaseCallbacks(scene, staffId)
      return true
    })
  }
