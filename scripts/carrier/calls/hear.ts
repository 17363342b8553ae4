import type { Core } from '../core/core.ts'
import type { Call, Line } from './call.models.ts'
import { clientIdentity, farEnd } from './call.models.ts'

const keep = 500

/** Puts a line into the ear of the party at the far end of a leg: the handset page, or the agent's browser. */
export const hear = (core: Core, call: Call, line: Omit<Line, 'n' | 'at'>): void => {
  const full: Line = { n: (call.said += 1), at: core.clock.now(), ...line }
  call.heard.push(full)
  if (call.heard.length > keep) call.heard.splice(0, call.heard.length - keep)
  const identity = clientIdentity(call)
  if (identity !== null && line.kind !== 'own') {
    const speaker = line.speaker ?? (line.kind === 'turn' ? '' : 'system')
    core.clients.tell(identity, {
      type: 'turn',
      data: { callSid: call.sid, speaker, text: line.text, kind: line.kind },
    })
  }
  if (core.bus.listeners() > 0)
    core.bus.emit({ type: 'line', about: call.sid, numbers: [farEnd(call)], data: { callSid: call.sid, ...full } })
}
