import type { Config } from '../../../platform/config.ts'
import type { LegOwner } from '../../call-events.types.ts'
import type { Place } from '../../steps.types.ts'
import { controlUrl, eventUrl } from '../urls.ts'

const base = '/twilio/voice'

const pathOf = (place: Place) => {
  if (place.at === 'hold') return 'hold'
  return place.at === 'roomWait' ? 'room-wait' : `${place.at}/${place.callId}`
}

/** Addresses of the voice webhooks, as Twilio is told them. Documents are asked for once, events are repeated by Twilio. */
export const voiceUrls = (config: Pick<Config, 'publicUrl'>) => ({
  wait: controlUrl(config, `${base}/wait`),
  key: controlUrl(config, `${base}/key`),
  queueResult: controlUrl(config, `${base}/queue-result`),
  voicemailDone: controlUrl(config, `${base}/voicemail`),
  afterRoom: controlUrl(config, `${base}/after-room`),
  place: (place: Place) => controlUrl(config, `${base}/${pathOf(place)}`),
  conference: eventUrl(config, `${base}/conference`),
  recording: eventUrl(config, `${base}/recording`),
  turns: eventUrl(config, `${base}/turns`),
  leg: (owner: LegOwner) =>
    eventUrl(config, 'callId' in owner ? `${base}/status/${owner.callId}` : `${base}/leg/${owner.offerId}`),
})
export type VoiceUrls = ReturnType<typeof voiceUrls>
