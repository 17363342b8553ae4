import type { RefusalReason } from '../outcomes.types.ts'

/**
 * Twilio's error codes that the program acts on ("Error and Warning Dictionary"): 21610 the receiver told the carrier to stop;
 * 21220 the call is not in progress; 20404, and 404 where no code came, the object is not there (any more).
 */
const reasons: ReadonlyMap<string, RefusalReason> = new Map([
  ['21610', 'stoppedByReceiver'],
  ['21220', 'gone'],
  ['20404', 'gone'],
  ['404', 'gone'],
])

/** Why Twilio refused, by its code. */
export const refusalReason = (code: string): RefusalReason => reasons.get(code) ?? 'other'
