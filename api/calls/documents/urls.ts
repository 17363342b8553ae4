import type { Config } from '../../platform/config.ts'
import { controlUrl, eventUrl } from '../../telephony/urls.ts'

const base = '/twilio/voice'

/** Addresses of the voice webhooks, as the carrier is told them. Documents are asked for once, events are repeated by the carrier. */
export const voiceUrls = (config: Pick<Config, 'publicUrl'>) => ({
  wait: controlUrl(config, `${base}/wait`),
  key: controlUrl(config, `${base}/key`),
  queueResult: controlUrl(config, `${base}/queue-result`),
  voicemailDone: controlUrl(config, `${base}/voicemail`),
  hold: controlUrl(config, `${base}/hold`),
  roomWait: controlUrl(config, `${base}/room-wait`),
  afterRoom: controlUrl(config, `${base}/after-room`),
  /** The citizen's leg enters the room of its call. */
  room: (callId: string) => controlUrl(config, `${base}/room/${callId}`),
  /** A citizen who was rung hears who rings, then enters the room. */
  outbound: (callId: string) => controlUrl(config, `${base}/outbound/${callId}`),
  /** A citizen who talked waits again. */
  queue: (callId: string) => controlUrl(config, `${base}/queue/${callId}`),
  conference: eventUrl(config, `${base}/conference`),
  recording: eventUrl(config, `${base}/recording`),
  turns: eventUrl(config, `${base}/turns`),
  status: (callId: string) => eventUrl(config, `${base}/status/${callId}`),
  leg: (offerId: string) => eventUrl(config, `${base}/leg/${offerId}`),
})
export type VoiceUrls = ReturnType<typeof voiceUrls>
