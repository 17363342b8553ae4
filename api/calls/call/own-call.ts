import { callProblem } from '../calls.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import type { Scene } from './call.scene.ts'
import { lockCall, type Call } from './calls.store.ts'

/** The call an agent works on, locked. Throws `auth.forbidden`, `call.not-found`, `call.not-yours`. */
export const ownCall = async (scene: Scene, actor: StaffActor, callId: string): Promise<Call> => {
  demand(actor, 'call.take')
  const call = await lockCall(scene.tx, callId)
  if (!call) throw callProblem('call.not-found')
  if (call.agentId !== actor.id) throw callProblem('call.not-yours')
  return call
}

/** The same, in a state in which the act makes sense. Throws `call.illegal-transition` besides. */
export const ownCallIn = async (
  scene: Scene,
  actor: StaffActor,
  callId: string,
  states: readonly Call['state'][],
): Promise<Call> => {
  const call = await ownCall(scene, actor, callId)
  if (!states.includes(call.state)) throw callProblem('call.illegal-transition', undefined, { state: call.state })
  return call
}
