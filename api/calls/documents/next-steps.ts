import { telephonyProblem } from '../../telephony/telephony.errors.ts'
import { isWaiting, isTalk } from '../call/call.machine.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { aheadOf, type Call } from '../call/calls.store.ts'
import { findCaller } from '../board.store.ts'
import { lastOffer } from '../queue/offers.store.ts'
import type { WaitEnd } from '../../telephony/call-events.types.ts'
import { callDocuments as documents } from './call.documents.ts'
import { isWithheld } from '../../platform/phone.rules.ts'

/** Which steps a call gets where the carrier asks: read from the call's state and nothing else, so that asking twice changes nothing. */
export const nextSteps = (deps: Pick<CallsDeps, 'db' | 'directory'>) => {
  const lineOf = (call: Call) => {
    const line = call.lineId ? deps.directory.lineById(call.lineId) : undefined
    if (!line) throw telephonyProblem('carrier.unknown-number')
    return line
  }

  /** The agent's leg is in the room and the citizen is awaited there. */
  const awaited = async (call: Call) =>
    isTalk(call.state) || (call.state === 'ringing' && (await lastOffer(deps.db, call.id))?.result === 'accepted')

  return {
    incoming: async (call: Call) => {
      const locale = (await findCaller(deps.db, call.citizenId))?.locale ?? 'zh-CN'
      if (call.state === 'voicemail')
        return documents.unattended(lineOf(call), locale, call.endReason === 'closed' ? 'closed' : 'nobody')
      return documents.greeting(lineOf(call), locale)
    },
    waiting: async (call: Call) => {
      if (await awaited(call)) return documents.leaveQueue()
      if (isWaiting(call.state)) return documents.wait(await aheadOf(deps.db, call), !isWithheld(call.fromNumber))
      if (call.state === 'voicemail') return documents.leaveQueue()
      return call.endReason === 'callback' ? documents.callbackPromised() : documents.hangUp()
    },
    afterQueue: async (call: Call, how: WaitEnd) => {
      if (how === 'redirected' || how === 'hungUp') return documents.nothing()
      if (await awaited(call)) return documents.room(call.room)
      if (call.state === 'voicemail') return documents.voicemail()
      return isWaiting(call.state) ? documents.queueAgain() : documents.goodbye()
    },
    room: async (call: Call) => {
      if (await awaited(call)) return documents.room(call.room)
      // A citizen who was rung has just answered: their agent waits in the room.
      if (call.state === 'ringing' && call.direction === 'out') return documents.room(call.room)
      return isWaiting(call.state) ? documents.queueAgain() : documents.hangUp()
    },
    afterRoom: (call: Call) => (isWaiting(call.state) ? documents.queueAgain() : documents.goodbye()),
    outbound: (call: Call) =>
      call.state === 'ringing' || isTalk(call.state) ? documents.outbound(lineOf(call), call.id) : documents.hangUp(),
  }
}
