import { z } from 'zod'
import type { CallNews, LegOwner, LegStatus } from '../../call-events.types.ts'
import { carrierTime } from './carrier-time.ts'

const statuses: ReadonlyMap<string, LegStatus> = new Map([
  ['queued', 'queued'],
  ['initiated', 'queued'],
  ['ringing', 'ringing'],
  ['in-progress', 'talking'],
  ['completed', 'hungUp'],
  ['busy', 'declined'],
  ['no-answer', 'unanswered'],
  ['canceled', 'cancelled'],
  ['failed', 'failed'],
])

/** Twilio's word for a leg's state; null for none, and for one that is not documented. */
export const toLegStatus = (word: string): LegStatus | null => statuses.get(word) ?? null

/** A call-progress event (Twilio, "Call resource", status callbacks). */
export const LegEvent = z.object({
  CallSid: z.string(),
  CallStatus: z.string(),
  SequenceNumber: z.string().default(''),
  Timestamp: z.string().optional(),
})

/** What became of a leg; null for a status that is not documented. */
export const toLegNews = (event: z.output<typeof LegEvent>, owner: LegOwner | null): CallNews | null => {
  const status = toLegStatus(event.CallStatus)
  if (!status) return null
  return {
    kind: 'legStatus',
    key: `call:${event.CallSid}:${event.SequenceNumber || event.CallStatus}`,
    at: carrierTime(event.Timestamp),
    leg: event.CallSid,
    status,
    owner,
  }
}
