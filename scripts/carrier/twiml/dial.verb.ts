import { answerCall } from '../calls/call.machine.ts'
import { dialConference } from './dial-conference.ts'
import type { Dialled } from './dial-parties.ts'
import { dialParties } from './dial-parties.ts'
import { dialQueue } from './dial-queue.ts'
import type { Element } from './parse.ts'
import type { Next, Running } from './running.ts'
import { actionOf, DocumentFault, goOn } from './running.ts'

/** `<Dial>`: connects the caller with somebody. Afterwards `action` takes over, or the next verb. */
export const dial = async (running: Running, element: Element): Promise<Next> => {
  const { core, call } = running
  if (call.direction === 'outbound-dial') throw new DocumentFault(13201, 'Dial: cannot dial out from a dialled leg')
  const action = actionOf(running, element, false)
  const nouns: Element[] =
    element.children.length > 0
      ? element.children
      : [{ name: 'Number', attributes: {}, children: [], text: element.text, line: element.line }]
  const room = nouns.find((noun) => noun.name === 'Conference')
  const queue = nouns.find((noun) => noun.name === 'Queue')
  if ((room !== undefined || queue !== undefined) && nouns.length > 1)
    throw new DocumentFault(12200, `line ${element.line}: <Dial> takes one <Conference> or <Queue> alone`)
  const next = (params: Record<string, string>): Next =>
    action === null ? goOn : { to: 'document', source: action, params }
  if (room !== undefined) {
    answerCall(core, call)
    const out = await dialConference(running, room)
    if (out === 'refused') return goOn
    return next({ DialCallStatus: 'answered', DialBridged: 'true' })
  }
  const done: Dialled =
    queue === undefined ? await dialParties(running, element, nouns) : await dialQueue(running, queue)
  return next({
    DialCallStatus: done.status,
    DialBridged: String(done.bridged),
    ...(done.sid === null ? {} : { DialCallSid: done.sid }),
    ...(done.bridged ? { DialCallDuration: String(done.duration) } : {}),
  })
}
