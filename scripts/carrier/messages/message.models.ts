import type { Endpoint } from '../core/endpoint.ts'

export type MessageStatus =
  | 'accepted'
  | 'scheduled'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled'
  | 'receiving'
  | 'received'

export type Media = { sid: string; contentType: string; url: string; bytes: Uint8Array | null; createdAt: number }

export type Message = {
  sid: string
  from: string | null
  to: string
  body: string
  direction: 'inbound' | 'outbound-api' | 'outbound-reply'
  status: MessageStatus
  segments: number
  media: Media[]
  messagingServiceSid: string | null
  errorCode: number | null
  errorMessage: string | null
  createdAt: number
  updatedAt: number
  sentAt: number | null
  watch: Endpoint | null
}
