import { callProblem } from '../calls.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import { playScene, tellPresence } from '../call/call.scene.ts'
import { findCallOfAgent, lockCall } from '../call/calls.store.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { releaseCallbacks } from '../callbacks/drop-callbacks.ts'
import { nextPresence } from './presence.machine.ts'
import { lockPresence, savePresence, touchHeartbeat, type Presence } from './presence.store.ts'

const events = { ready: 'goReady', break: 'goBreak', offline: 'goOffline' } as const
export type ChosenPresence = keyof typeof events

/**
 * An agent becomes ready, goes on a break or leaves; also counts as a sign of life. The state the agent is in already is kept, its time too.
 * Who comes back to a call that is not written up is in its write-up first.
 * Throws `auth.forbidden`, `call.presence` (while a call occupies the agent).
 */
export const setPresence =
  (deps: CallsDeps) =>
  async (actor: StaffActor, chosen: ChosenPresence): Promise<Presence> => {
    demand(actor, 'call.take')
    return playScene(deps)(actor, async (scene) => {
      const { tx, now } = scene
      const own = chosen === 'offline' ? undefined : await findCallOfAgent(tx, actor.id)
      const unwritten = own?.state === 'wrapUp' ? await lockCall(tx, own.id) : undefined
      const before = await lockPresence(tx, actor.id, now)
      if (before.state === chosen)
        return savePresence(tx, before, { state: chosen, since: before.since, callId: null, heartbeatAt: now })
      // A write-up waits for the agent to come back: it is finished first, and then the agent is ready.
      if (before.state === 'offline' && unwritten?.state === 'wrapUp') {
        const back = await savePresence(tx, before, {
          state: 'wrapUp',
          since: now,
          callId: unwritten.id,
          heartbeatAt: now,
        })
        tellPresence(scene, back, 'resume')
        return back
      }
      const event = events[chosen]
      const state = nextPresence(before.state, event)
      if (!state) throw callProblem('call.presence', undefined, { state: before.state })
      const after = await savePresence(tx, before, { state, since: now, callId: null, heartbeatAt: now })
      tellPresence(scene, after, event)
      if (state === 'offline') await releaseCallbacks(scene, actor.id)
      return after
    })
  }

/** The console of an agent is alive; answers what the agent is doing (undefined: never signed in to calls). Throws `auth.forbidden`. */
export const heartbeat =
  (deps: CallsDeps) =>
  async (actor: StaffActor): Promise<Presence | undefined> => {
    demand(actor, 'call.take')
    return deps.db.tx((tx) => touchHeartbeat(tx, actor.id, deps.clock.now()))
  }
