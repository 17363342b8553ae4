import type { CallNews } from '../../telephony/call-events.types.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { callNow, playScene, tellInCall } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lockCall, saveCall } from '../call/calls.store.ts'
import { findCallByLeg } from '../call/find-by-carrier.ts'

type Failed = Pick<Extract<CallNews, { kind: 'transcriptFailed' }>, 'key' | 'leg' | 'code' | 'message'>

/** What is said is not written down: it is logged with the carrier's words, and the agent is shown to write by hand. */
export const transcriptFailed =
  (deps: CallsDeps) =>
  async ({ key, leg, code, message }: Failed): Promise<void> => {
    await playScene(deps)(systemActor('calls'), async (scene) => {
      const found = await findCallByLeg(scene.tx, leg)
      const call = found && (await lockCall(scene.tx, found.id))
      if (!call || !(await deps.claimIn(scene.tx, [key], 'voice.turns'))) return
      const after = await saveCall(scene.tx, call, { transcriptFault: code })
      scene.notes.audit.push({
        action: 'call.transcriptFailed',
        entity: 'call',
        entityId: call.id,
        after: { code, message },
      })
      tellInCall(scene, after, { type: 'transcriptFailed', payload: { ...callNow(after), code } })
      deps.log.error({ call: call.id, code, message }, 'the carrier does not write down what is said')
    })
  }
