import type { TextReport } from '../../text-events.types.ts'
import { textStatuses } from '../../../vocabulary/message.ts'
import { refusalReason } from '../refusals.ts'

/** What Twilio's id, status and error code of a message say (our words for a status are Twilio's own). */
export const toTextReport = (ref: string, said: string, errorCode: string | null): TextReport => ({
  ref,
  said,
  status: textStatuses.find((status) => status === said) ?? null,
  errorCode,
  reason: errorCode === null ? null : refusalReason(errorCode),
})
