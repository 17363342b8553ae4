import { systemActor } from '../../vocabulary/actor.ts'
import { playScene, type Scene } from '../call/call.scene.ts'
import { heartbeatLossMs } from '../calls.limits.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { claimQueued, queuedCalls } from '../call/calls.store.ts'
import { offerTo } from './offer-call.ts'
import { readyAgents } from '../agent/presence.store.ts'

/** How many calls and agents one look at the queue considers. */
const sight = 10

/** Nobody was left to offer to: undoes the claim of the call, the transaction with it. */
class NobodyReady extends Error {}

/**
 * Offers waiting calls to ready agents until one or the other runs out: calls by priority and arrival, agents by how long they
 * have been ready. Every claim is one conditional update, so several processes may route at once; a call has at most one offer
 * and an agent at most one call. Answers how many offers were made.
 */
export const routeCalls = (deps: CallsDeps) => {
  const offer = offerTo(deps.ids)
  const aliveSince = () => new Date(deps.clock.now().getTime() - heartbeatLossMs)

  const offerOne = async (scene: Scene): Promise<boolean> => {
    for (const waiting of await queuedCalls(scene.tx, sight)) {
      const call = await claimQueued(scene.tx, waiting.id)
      if (!call) continue
      for (const agent of await readyAgents(scene.tx, aliveSince(), sight))
        if (await offer(scene, call, agent.id)) return true
      throw new NobodyReady()
    }
    return false
  }

  return async (): Promise<number> => {
    for (let count = 0; ; count++) {
      const [call] = await queuedCalls(deps.db, 1)
      const [agent] = await readyAgents(deps.db, aliveSince(), 1)
      if (!call || !agent) return count
      try {
        if (!(await playScene(deps)(systemActor('call-router'), offerOne))) return count
      } catch (error) {
        if (error instanceof NobodyReady) return count
        throw error
      }
    }
  }
}
