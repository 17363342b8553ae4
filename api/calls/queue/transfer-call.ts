import { callProblem } from '../calls.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { playScene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import type { Call } from '../call/calls.store.ts'
import { offerTo } from './offer-call.ts'
import { deskNotices } from '../../notices/desk.notices.ts'
import { deskNote } from '../../notices/desk-note.ts'
import { ownCallIn } from '../call/own-call.ts'
import { requeueCall } from './requeue-call.ts'

/**
 * Passes the citizen on without an announcement: to a ready agent, or (`to: null`) to the front of the queue. The citizen waits in
 * the queue meanwhile; an agent who does not answer is followed by the next. The form goes with the call.
 * Throws `auth.forbidden`, `call.not-found`, `call.not-yours`, `call.illegal-transition`, `call.agent-not-ready`.
 */
export const transferCall =
  (deps: CallsDeps) =>
  async (actor: StaffActor, callId: string, to: string | null): Promise<Call> => {
    return playScene(deps)(actor, async (scene) => {
      const call = await ownCallIn(scene, actor, callId, ['talking', 'held'])
      if (to === actor.id) throw callProblem('call.agent-not-ready')
      const waiting = await requeueCall(deps.ids)(scene, call, scene.now, {
        type: 'transferred',
        presence: 'release',
        redirect: true,
      })
      if (to === null) return waiting
      const offered = await offerTo(deps.ids)(scene, waiting, to)
      if (!offered) throw callProblem('call.agent-not-ready')
      scene.notes.live.push(deskNote(deskNotices.transferred, call.id, { agentId: to, citizenId: call.citizenId }))
      return offered
    })
  }
