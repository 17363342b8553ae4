import type { Core } from '../core/core.ts'
import { apiVersion } from '../core/core.ts'
import { report } from '../core/report.ts'
import { rfc2822, seconds } from '../core/times.ts'
import type { Call, CallEvent } from './call.models.ts'
import { farEnd } from './call.models.ts'

const countries: readonly (readonly [prefix: string, country: string])[] = [
  ['+86', 'CN'],
  ['+852', 'HK'],
  ['+1', 'US'],
  ['+44', 'GB'],
]

/** Where a number is from, as far as the carrier looks it up: only its country, the rest is empty. Nothing of a browser or a word. */
const place = (prefix: string, number: string): Record<string, string> =>
  number.startsWith('+')
    ? {
        [`${prefix}City`]: '',
        [`${prefix}State`]: '',
        [`${prefix}Zip`]: '',
        [`${prefix}Country`]: countries.find(([code]) => number.startsWith(code))?.[1] ?? '',
      }
    : {}

/** The parameters that every voice request of a call carries (Twilio "Request parameters"). */
export const callParams = (core: Core, call: Call): Record<string, string> => ({
  CallSid: call.sid,
  AccountSid: core.settings.accountSid,
  From: call.shownFrom,
  To: call.to,
  Caller: call.shownFrom,
  Called: call.to,
  CallStatus: call.status,
  Direction: call.direction,
  ApiVersion: apiVersion,
  ...place('From', call.shownFrom),
  ...place('To', call.to),
  ...place('Caller', call.shownFrom),
  ...place('Called', call.to),
  ...(call.parentCallSid === null ? {} : { ParentCallSid: call.parentCallSid }),
})

const sipCodes: Record<string, string> = {
  completed: '200',
  busy: '486',
  'no-answer': '487',
  canceled: '487',
  failed: '404',
}

/** Tells the handset page about a call's change. */
export const announce = (core: Core, call: Call): void => {
  if (core.bus.listeners() === 0) return
  const data = { sid: call.sid, from: call.from, to: call.to, direction: call.direction, status: call.status }
  core.bus.emit({ type: 'call', about: call.sid, numbers: [farEnd(call)], data })
}

/** Sends the call-progress event if the call's owner asked for it. */
export const reportCall = (core: Core, call: Call, event: CallEvent): void => {
  announce(core, call)
  core.log.add('state', call.sid, `call ${call.from} → ${call.to}: ${event === 'completed' ? call.status : event}`)
  if (call.watch === null || !call.watch.events.has(event)) return
  const now = core.clock.now()
  const talk = call.answeredAt === null ? 0 : seconds(call.answeredAt, now)
  const params: Record<string, string> = {
    ...callParams(core, call),
    Timestamp: rfc2822(now),
    SequenceNumber: String(call.sequence),
    CallbackSource: 'call-progress-events',
  }
  if (event === 'initiated') params['CallStatus'] = 'initiated'
  if (event === 'completed') {
    params['CallDuration'] = String(talk)
    params['Duration'] = String(Math.ceil(talk / 60))
    params['SipResponseCode'] = sipCodes[call.status] ?? '200'
  }
  call.sequence += 1
  report(core, call.sid, call.watch.target, params)
}
