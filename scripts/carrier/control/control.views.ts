import type { Call } from '../calls/call.models.ts'
import { farEnd } from '../calls/call.models.ts'
import type { Core } from '../core/core.ts'
import { bubble } from '../messages/message.machine.ts'

/** A call as the handset page sees it. */
export const callCard = (call: Call): Record<string, unknown> => ({
  sid: call.sid,
  from: call.from,
  to: call.to,
  party: farEnd(call),
  direction: call.direction,
  status: call.status,
  createdAt: call.createdAt,
  answeredAt: call.answeredAt,
  endedAt: call.endedAt,
  listening: call.listener !== null,
  inRoom: call.seat?.conferenceSid ?? null,
  lines: call.heard,
})

/** Calls of one telephone number, newest first. */
export const callsOf = (core: Core, number: string | null): Call[] =>
  [...core.calls.values()].filter((call) => number === null || farEnd(call) === number).toReversed()

/** Messages from or to one telephone number, oldest first. */
export const messagesOf = (core: Core, number: string | null, limit: number): Record<string, unknown>[] =>
  [...core.messages.values()]
    .filter((one) => number === null || one.from === number || one.to === number)
    .slice(-limit)
    .map(bubble)
