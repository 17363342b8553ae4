import type { CallListener, CallQuestion } from '../../telephony/call-events.types.ts'
import type { Place } from '../../telephony/steps.types.ts'
import { callProblem } from '../calls.errors.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCall, findCallByRef, type Call } from '../call/calls.store.ts'
import { callDocuments as documents } from '../documents/call.documents.ts'
import { nextSteps } from '../documents/next-steps.ts'
import { enterQueue } from '../queue/enter-queue.ts'
import { leaveRoom } from './leave-room.ts'
import { pressKey } from './press-key.ts'
import { takeIncoming } from './take-incoming.ts'
import { takeVoicemail } from './take-voicemail.ts'
import { waitEnded } from './wait-ended.ts'

/**
 * What a leg that asks does next. First what the question tells of is taken in, then the steps are read from the call's state, so that a question
 * that comes again gets the same. Throws `carrier.unknown-number`, `call.not-found`.
 */
export const answerQuestion = (deps: CallsDeps): CallListener['answer'] => {
  const next = nextSteps(deps)
  const incoming = takeIncoming(deps)
  const enter = enterQueue(deps)
  const press = pressKey(deps)
  const ended = waitEnded(deps)
  const leave = leaveRoom(deps)
  const voicemail = takeVoicemail(deps)

  const must = (call: Call | undefined): Call => {
    if (!call) throw callProblem('call.not-found')
    return call
  }
  const ofLeg = async ({ call }: { call: string }) => must(await findCallByRef(deps.db, call))

  const at = async (place: Place) => {
    if (place.at === 'hold') return documents.hold()
    if (place.at === 'roomWait') return documents.roomWait()
    const call = must(await findCall(deps.db, place.callId))
    if (place.at === 'room') return next.room(call)
    return place.at === 'outbound' ? next.outbound(call) : next.afterRoom(call)
  }

  return async (question: CallQuestion) => {
    switch (question.kind) {
      case 'incoming':
        return next.incoming(await incoming(question))
      case 'waits':
        return next.waiting(await enter(await ofLeg(question)))
      case 'keyPressed':
        return next.waiting(await press(await ofLeg(question), question.keys))
      case 'waitEnded':
        return next.afterQueue(await ended(await ofLeg(question), question.how), question.how)
      case 'leftRoom':
        return next.afterRoom(await leave(await ofLeg(question)))
      case 'voicemailLeft':
        await voicemail(await ofLeg(question), question.recording)
        return documents.voicemailThanks()
      case 'goesOn':
      default:
        return at(question.place)
    }
  }
}
