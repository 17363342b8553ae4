import type { Core } from '../core/core.ts'
import type { Random } from '../core/random.ts'
import type { Why } from '../core/scope.ts'
import { reportCall } from './call.events.ts'
import type { Call, CallStatus, Direction } from './call.models.ts'
import { clientIdentity, isLive } from './call.models.ts'
import { callView, change } from './call.view.ts'

export type NewCall = {
  from: string
  to: string
  direction: Direction
  status: 'queued' | 'ringing'
  parentCallSid?: string
  timeoutSeconds?: number
  watch?: Call['watch']
  fallback?: Call['fallback']
}

/**
 * What stands in `From` of a caller who withheld the number: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE on the keys of a telephone, or a
 * word (Twilio Help, "Why am I getting calls from these strange numbers?").
 */
const placeholders = ['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253', 'anonymous', 'Restricted']

const placeholder = (random: Random): string => placeholders[random.between(0, placeholders.length - 1)] ?? 'anonymous'

const keepCalls = 5000

/** Forgets the oldest finished calls so that a long run stays small. */
const trim = (core: Core): void => {
  if (core.calls.size <= keepCalls) return
  for (const [sid, call] of core.calls) {
    if (!isLive(call)) core.calls.delete(sid)
    if (core.calls.size <= keepCalls) return
  }
}

/** A new leg, in the state that is wanted; nothing is reported yet. */
export const createCall = (core: Core, wanted: NewCall): Call => {
  const now = core.clock.now()
  const call: Call = {
    sid: core.random.sid('CA'),
    from: wanted.from,
    shownFrom: wanted.from === 'anonymous' ? placeholder(core.random) : wanted.from,
    to: wanted.to,
    direction: wanted.direction,
    status: wanted.status,
    parentCallSid: wanted.parentCallSid ?? null,
    createdAt: now,
    updatedAt: now,
    answeredAt: null,
    endedAt: null,
    timeoutSeconds: wanted.timeoutSeconds ?? 60,
    queueMs: 0,
    watch: wanted.watch ?? null,
    sequence: 0,
    heard: [],
    said: 0,
    program: null,
    fallback: wanted.fallback ?? null,
    listener: null,
    seat: null,
    transcriptions: [],
    selfMuted: false,
    onAnswer: new Set(),
    onEnd: new Set(),
    shown: null,
    shownUntil: 0,
  }
  core.calls.set(call.sid, call)
  trim(core)
  return call
}

const setStatus = (core: Core, call: Call, status: CallStatus): void =>
  change(
    core,
    call,
    (one) => callView(core, one),
    () => {
      call.status = status
    },
  )

/** The far end rings, and whoever asked for it is told. */
export const startRinging = (core: Core, call: Call): void => {
  setStatus(core, call, 'ringing')
  reportCall(core, call, 'ringing')
}

/** The far end picked up. Does nothing on a call that is not waiting for it: the first answer wins. */
export const answerCall = (core: Core, call: Call): boolean => {
  if (call.status !== 'queued' && call.status !== 'ringing') return false
  setStatus(core, call, 'in-progress')
  call.answeredAt = core.clock.now()
  reportCall(core, call, 'answered')
  const identity = clientIdentity(call)
  if (identity !== null) core.clients.tell(identity, { type: 'accepted', data: { callSid: call.sid } })
  for (const told of call.onAnswer) told()
  call.onAnswer.clear()
  return true
}

/** Ends a live call for good and tells whoever waits on it. A second end is ignored. */
export const endCall = (
  core: Core,
  call: Call,
  status: Exclude<CallStatus, 'queued' | 'ringing' | 'in-progress'>,
): void => {
  if (!isLive(call)) return
  const answered = call.answeredAt !== null
  const neverDialled = call.status === 'queued'
  setStatus(core, call, answered ? 'completed' : status)
  call.endedAt = core.clock.now()
  call.listener = null
  const why: Why = 'hangup'
  call.program?.end(why)
  call.seat?.leave(why)
  const identity = clientIdentity(call)
  if (identity !== null) {
    const data = { callSid: call.sid, status: call.status }
    core.clients.tell(identity, { type: answered ? 'disconnected' : 'cancel', data })
  }
  for (const told of call.onEnd) told(why)
  call.onEnd.clear()
  call.onAnswer.clear()
  // A call cancelled while it was still queued is never reported (Twilio "canceled").
  if (neverDialled && call.status === 'canceled')
    core.log.add('state', call.sid, 'call canceled while queued: no callback')
  else reportCall(core, call, 'completed')
}

/** The party at the far end hangs up (or declines, while it rings). */
export const partyHangsUp = (core: Core, call: Call): void => {
  const declined = call.direction === 'inbound' ? 'no-answer' : 'busy'
  endCall(core, call, declined)
}
