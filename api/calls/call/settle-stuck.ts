import { systemActor } from '../../vocabulary/actor.ts'
import { isLive } from './call.machine.ts'
import { playScene } from './call.scene.ts'
import { longestCallMs, longestGreetingMs, longestWrapUpMs } from '../calls.limits.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { callsOlderThan, lockCall, onTheLine } from './calls.store.ts'
import { citizenGone } from '../events/citizen-gone.ts'
import { finish } from './finish-wrap-up.ts'

/**
 * Ends calls whose end was never told: a greeting of ten minutes, a call longer than the carrier allows, a write-up of two hours. Calls in between
 * settle by themselves, for the carrier refuses the next command on a call that is gone. Answers how many were ended.
 */
export const settleStuck = (deps: CallsDeps) => async (): Promise<number> => {
  const now = deps.clock.now().getTime()
  const stuck = [
    ...(await callsOlderThan(deps.db, ['greeting', 'voicemail'], 'startedAt', new Date(now - longestGreetingMs))),
    ...(await callsOlderThan(deps.db, onTheLine, 'startedAt', new Date(now - longestCallMs))),
    ...(await callsOlderThan(deps.db, ['wrapUp'], 'endedAt', new Date(now - longestWrapUpMs))),
  ]
  for (const { id } of stuck)
    await playScene(deps)(systemActor('calls.stuck'), async (scene) => {
      const call = await lockCall(scene.tx, id)
      if (call && isLive(call.state)) await citizenGone(deps.ids)(scene, call, scene.now, 'failed')
      else if (call?.state === 'wrapUp')
        await finish(scene, call, { outcome: call.outcome ?? 'unwritten', outcomeNote: call.outcomeNote })
    })
  return stuck.length
}
