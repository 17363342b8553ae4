import type { Core } from '../core/core.ts'
import { accountPath, apiVersion } from '../core/core.ts'
import { report } from '../core/report.ts'
import { receiptDate, rfc2822, rfc2822OrNull } from '../core/times.ts'
import type { Media, Message, MessageStatus } from './message.models.ts'
import { segmentsOf } from '../../../api/messages/sending/segments.rules.ts'

export type NewMessage = Pick<Message, 'from' | 'to' | 'body' | 'direction' | 'status'> & {
  media?: Media[]
  messagingServiceSid?: string | null
  watch?: Message['watch']
}

/** A message as the REST API shows it. */
export const messageView = (core: Core, message: Message): Record<string, unknown> => {
  const path = accountPath(core, `/Messages/${message.sid}`)
  return {
    body: message.body,
    num_segments: String(message.segments),
    direction: message.direction,
    from: message.from,
    to: message.to,
    date_updated: rfc2822(message.updatedAt),
    price: null,
    error_message: message.errorMessage,
    uri: `${path}.json`,
    account_sid: core.settings.accountSid,
    num_media: String(message.media.length),
    status: message.status,
    messaging_service_sid: message.messagingServiceSid,
    sid: message.sid,
    date_sent: rfc2822OrNull(message.sentAt),
    date_created: rfc2822(message.createdAt),
    error_code: message.errorCode,
    price_unit: 'USD',
    api_version: apiVersion,
    subresource_uris: { media: `${path}/Media.json` },
  }
}

const phoneOf = (message: Message): string => (message.direction === 'inbound' ? (message.from ?? '') : message.to)

/** What the handset page shows of a message. */
export const bubble = (message: Message): Record<string, unknown> => ({
  sid: message.sid,
  from: message.from,
  to: message.to,
  body: message.body,
  direction: message.direction,
  status: message.status,
  at: message.createdAt,
  errorCode: message.errorCode,
  media: message.media.map((one) => ({ sid: one.sid, contentType: one.contentType, url: one.url })),
})

const announce = (core: Core, message: Message): void => {
  if (core.bus.listeners() > 0)
    core.bus.emit({ type: 'message', about: message.sid, numbers: [phoneOf(message)], data: bubble(message) })
}

/** A new text, stored and shown; it is sent or delivered by whoever makes it. */
export const createMessage = (core: Core, wanted: NewMessage): Message => {
  const now = core.clock.now()
  const media = wanted.media ?? []
  const message: Message = {
    sid: core.random.sid(media.length > 0 ? 'MM' : 'SM'),
    from: wanted.from,
    to: wanted.to,
    body: wanted.body,
    direction: wanted.direction,
    status: wanted.status,
    segments: wanted.messagingServiceSid != null ? 0 : segmentsOf(wanted.body),
    media,
    messagingServiceSid: wanted.messagingServiceSid ?? null,
    errorCode: null,
    errorMessage: null,
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    watch: wanted.watch ?? null,
  }
  core.messages.set(message.sid, message)
  const oldest = core.messages.size > core.settings.messageLimit ? core.messages.keys().next().value : undefined
  if (oldest !== undefined) core.messages.delete(oldest)
  announce(core, message)
  return message
}

/** Moves a message to a status and calls back, except for its first status. */
export const setMessageStatus = (
  core: Core,
  message: Message,
  status: MessageStatus,
  error?: { code: number; message: string },
): void => {
  message.status = status
  message.updatedAt = core.clock.now()
  if (status === 'sent') message.sentAt = message.updatedAt
  if (message.segments === 0 && status !== 'accepted' && status !== 'scheduled')
    message.segments = segmentsOf(message.body)
  if (error !== undefined) {
    message.errorCode = error.code
    message.errorMessage = error.message
    core.log.add('warning', message.sid, `message to ${message.to} ${status}: ${error.message}`, undefined, error.code)
  }
  announce(core, message)
  if (message.watch === null) return
  const receipt =
    status === 'delivered' || status === 'undelivered' ? { RawDlrDoneDate: receiptDate(message.updatedAt) } : {}
  report(core, message.sid, message.watch, {
    MessageSid: message.sid,
    MessageStatus: status,
    SmsSid: message.sid,
    SmsStatus: status,
    AccountSid: core.settings.accountSid,
    From: message.from ?? '',
    To: message.to,
    ApiVersion: apiVersion,
    ...(message.messagingServiceSid === null ? {} : { MessagingServiceSid: message.messagingServiceSid }),
    ...(message.errorCode === null
      ? {}
      : { ErrorCode: String(message.errorCode), ErrorMessage: message.errorMessage ?? '' }),
    ...receipt,
  })
}
