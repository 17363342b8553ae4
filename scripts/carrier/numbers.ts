import type { NumberConfig } from './core/options.ts'

/** The sample city's lines: what people dial, and the number the carrier knows. */
const lines: readonly (readonly [short: string, number: string])[] = [
  ['12345', '+862155512345'],
  ['12319', '+862155512319'],
  ['12333', '+862155512333'],
  ['12315', '+862155512315'],
  ['114', '+862155500114'],
]

/** The numbers of the sample city, the main line first. */
const sampleNumbers: readonly string[] = lines.map(([, number]) => number)

/** A short number becomes its line, a mobile number of the mainland gets its +86; anything else is left as written, without spaces. */
export const expandNumber = (text: string): string => {
  const bare = text.replace(/[\s-]/g, '')
  return lines.find(([short]) => short === bare)?.[1] ?? (/^1[3-9]\d{9}$/.test(bare) ? `+86${bare}` : bare)
}

/**
 * What callers hear when the server does not answer: a document that the carrier holds, as docs/telephony.md has it for a real account.
 * @internal exported for its test
 */
export const heldDocument = `<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Say language="cmn-CN" voice="Polly.Zhiyu-Neural">您好，热线系统正在恢复，暂时无法接听，请过几分钟再拨，或发送短信到本号码。如有生命财产危险，请立即拨打110、119或120。</Say>
  <Say language="en-US" voice="Polly.Joanna-Neural">Our system is starting again and cannot take your call. Please call again in a few minutes, or text this number. If life or property is in danger, call 110, 119 or 120 now.</Say>
  <Hangup/>
</Response>
`

/** How every number of the hotline is configured at the carrier, for a server at `publicUrl`. */
export const hotlineWebhooks = (
  publicUrl: string,
  numbers: readonly string[] = sampleNumbers,
): Record<string, NumberConfig> => {
  const base = publicUrl.replace(/\/+$/, '')
  const config: NumberConfig = {
    voiceUrl: `${base}/twilio/voice/incoming`,
    voiceFallbackTwiml: heldDocument,
    voiceStatusUrl: `${base}/twilio/voice/status#rc=3&rp=all`,
    smsUrl: `${base}/twilio/messages/incoming#rc=3&rp=all`,
  }
  return Object.fromEntries(numbers.map((number) => [number, config]))
}
