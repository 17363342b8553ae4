import type { Core } from '../core/core.ts'
import { startProgram } from '../twiml/run-documents.ts'
import { createCall } from './call.machine.ts'
import { announce } from './call.events.ts'
import type { Call, CallEvent, Source } from './call.models.ts'
import { playSteps, ring } from './ring.ts'
import type { Party } from '../control/party.models.ts'

/** A telephone dials a hotline number. Null when the number is not one of the carrier's. */
export const placeInbound = (core: Core, from: string, to: string, steps: Party['steps'] = []): Call | null => {
  const number = core.settings.webhooks[to]
  if (number === undefined) return null
  const status = number.voiceStatusUrl
  const { voiceFallbackTwiml: held, voiceFallbackUrl: address } = number
  const elsewhere: Call['fallback'] = address === undefined ? null : { url: address, method: 'POST' }
  const call = createCall(core, {
    from,
    to,
    direction: 'inbound',
    status: 'ringing',
    // A number's status callback reports the end of the call only.
    watch:
      status === undefined
        ? null
        : { target: { url: status, method: 'POST' }, events: new Set<CallEvent>(['completed']) },
    fallback: held === undefined ? elsewhere : { url: null, twiml: held },
  })
  core.log.add('state', call.sid, `call ${from} → ${to}: ringing`)
  announce(core, call)
  call.onAnswer.add(() => playSteps(core, call, steps))
  startProgram(core, call, { url: number.voiceUrl, method: 'POST' }, { CallToken: core.random.hex(40) })
  return call
}

/** Calls made by REST wait for their turn: one a second by default. */
export const dialInTurn = (core: Core, call: Call, dial: () => void): void => {
  const now = core.clock.now()
  const at = Math.max(now, core.dialSlot.next)
  core.dialSlot.next = at + 1000 / core.settings.callsPerSecond
  call.queueMs = Math.round(at - now)
  core.clock.after(at - now, () => {
    if (call.status === 'queued') dial()
  })
}

export type OutboundCall = {
  from: string
  to: string
  source: Source
  timeoutSeconds: number
  watch: Call['watch']
  fallback: Call['fallback']
  answeredBy: boolean
}

/** A call made by REST: queued, dialled in its turn, and run from its document once answered. */
export const placeOutbound = (core: Core, wanted: OutboundCall): Call => {
  const call = createCall(core, { ...wanted, direction: 'outbound-api', status: 'queued' })
  announce(core, call)
  call.onAnswer.add(() => startProgram(core, call, wanted.source, wanted.answeredBy ? { AnsweredBy: 'human' } : {}))
  dialInTurn(core, call, () => ring(core, call))
  return call
}
