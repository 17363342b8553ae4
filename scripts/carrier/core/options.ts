import type { Fetch } from './request.ts'

/** How one hotline number is configured, as in the "Phone Numbers" page of the console. */
export type NumberConfig = {
  voiceUrl: string
  smsUrl: string
  voiceStatusUrl?: string
  voiceFallbackUrl?: string
  /** A document that the carrier itself holds (a TwiML Bin), in place of an address: for when the server does not answer. */
  voiceFallbackTwiml?: string
  smsFallbackUrl?: string
}

/** Options of the practice carrier; times are milliseconds. */
export type CarrierOptions = {
  accountSid: string
  authToken: string
  /** E.164 hotline number → its webhooks. */
  webhooks: Record<string, NumberConfig>
  clock?: 'real' | 'virtual'
  /** Start of virtual time. */
  startAt?: Date
  seed?: number
  /** For softphone tokens; without them no browser client can sign in. */
  apiKeySid?: string
  apiKeySecret?: string
  /** Origins that a browser softphone may come from. */
  clientOrigins?: readonly string[]
  /** Own public address, for media and recording links. */
  baseUrl?: string
  fetch?: Fetch
  /** Speech: how long a character takes to say. */
  speechMsPerCharacter?: number
  /** REST-created calls per second (Twilio's default: 1). */
  callsPerSecond?: number
  /** How long a REST read may show the state before the last change. */
  readLagMs?: number
  undocumentedParams?: boolean
  /** With Advanced Opt-Out the carrier also knows 退订 and sends `OptOutType`. */
  advancedOptOut?: boolean
  /** Known messaging services: SID → a sending number. */
  messagingServices?: Record<string, string>
  logLimit?: number
  messageLimit?: number
  /** Real milliseconds a virtual clock waits for a server that does not answer. */
  patienceMs?: number
}

export type Settings = Required<Omit<CarrierOptions, 'startAt' | 'apiKeySid' | 'apiKeySecret'>> & {
  startAt: Date
  apiKeySid: string | null
  apiKeySecret: string | null
}

/** Options with every default filled in. Throws on an account SID that is not one. */
export const settle = (options: CarrierOptions): Settings => {
  if (!/^AC[0-9a-f]{32}$/i.test(options.accountSid)) throw new Error('accountSid must be AC and 32 hex digits')
  if (options.authToken === '') throw new Error('authToken must not be empty')
  return {
    clock: 'real',
    seed: 1,
    clientOrigins: [],
    baseUrl: 'http://127.0.0.1:8312',
    fetch: (url, init) => fetch(url, init),
    speechMsPerCharacter: 60,
    callsPerSecond: 1,
    readLagMs: 100,
    undocumentedParams: true,
    advancedOptOut: false,
    messagingServices: {},
    logLimit: 3000,
    messageLimit: 20_000,
    patienceMs: 2000,
    ...options,
    startAt: options.startAt ?? new Date('2026-03-02T01:00:00Z'),
    apiKeySid: options.apiKeySid ?? null,
    apiKeySecret: options.apiKeySecret ?? null,
  }
}
