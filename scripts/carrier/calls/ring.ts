import type { Core } from '../core/core.ts'
import { press, speak } from './speak.ts'
import { answerCall, endCall, startRinging } from './call.machine.ts'
import { reportCall } from './call.events.ts'
import type { Call } from './call.models.ts'
import { clientIdentity, farEnd, isLive } from './call.models.ts'
import type { Party } from '../control/party.models.ts'

/** Twilio adds five seconds to every ring timeout. */
const ringGraceSeconds = 5

/** A scripted telephone goes through its steps after answering. */
export const playSteps = (core: Core, call: Call, steps: Party['steps']): void => {
  const [step, ...rest] = steps
  if (step === undefined || !isLive(call)) return
  if ('wait' in step) {
    core.clock.after(step.wait * 1000, () => playSteps(core, call, rest))
    return
  }
  if ('press' in step) press(core, call, step.press)
  else if ('say' in step) speak(core, call, step.say)
  else endCall(core, call, 'completed')
  playSteps(core, call, rest)
}

const act = (core: Core, call: Call, party: Party): void => {
  if (party.behavior === 'never') return
  core.clock.after(party.afterSeconds * 1000, () => {
    if (call.status !== 'ringing') return
    if (party.behavior === 'answer') {
      if (answerCall(core, call)) playSteps(core, call, party.steps)
    } else endCall(core, call, party.behavior === 'invalid' ? 'failed' : 'busy')
  })
}

/**
 * Dials the far end of an outbound leg: a browser softphone, a scripted telephone, or a handset on the page. With nobody
 * there it rings until the timeout and five seconds more, then it is not answered.
 */
export const ring = (core: Core, call: Call, params: Record<string, string> = {}): void => {
  if (!isLive(call)) return
  reportCall(core, call, 'initiated')
  core.clock.after(50, () => {
    if (call.status !== 'queued') return
    startRinging(core, call)
    core.clock.after((call.timeoutSeconds + ringGraceSeconds) * 1000, () => {
      if (call.status === 'ringing') endCall(core, call, 'no-answer')
    })
    const identity = clientIdentity(call)
    if (identity !== null) {
      if (core.faults.take('deaf-client', identity) !== null)
        core.log.add('fault', call.sid, `client ${identity} hears no ring`)
      else
        core.clients.tell(identity, {
          type: 'incoming',
          data: { callSid: call.sid, from: call.from, to: call.to, params },
        })
      return
    }
    const party = core.parties.get(farEnd(call))
    if (party !== undefined) act(core, call, party)
  })
}
