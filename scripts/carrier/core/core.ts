import type { Call, Source } from '../calls/call.models.ts'
import type { ClientRegistry } from '../client/client.registry.ts'
import type { Conference } from '../conferences/conference.models.ts'
import type { Message } from '../messages/message.models.ts'
import type { Party } from '../control/party.models.ts'
import type { Queue } from '../queues/queue.models.ts'
import type { Recording } from '../recordings/recording.models.ts'
import type { DocumentUse } from '../twiml/grammar.voice.ts'
import type { Bus } from './bus.ts'
import type { CarrierClock } from './clock.ts'
import type { Deliver } from './deliver.ts'
import type { Faults } from './faults.ts'
import type { CarrierLog } from './log.ts'
import type { Settings } from './options.ts'
import type { Random } from './random.ts'
import type { Scope } from './scope.ts'
import type { Work } from './work.ts'

/** Everything the parts of the carrier share. */
export type Core = {
  settings: Settings
  clock: CarrierClock
  work: Work
  random: Random
  bus: Bus
  log: CarrierLog
  faults: Faults
  deliver: Deliver
  calls: Map<string, Call>
  conferences: Map<string, Conference>
  queues: Map<string, Queue>
  recordings: Map<string, Recording>
  messages: Map<string, Message>
  clients: ClientRegistry
  /** Phones that act by themselves: number → script. */
  parties: Map<string, Party>
  /** `citizen|hotline` pairs that opted out. */
  optedOut: Set<string>
  /** Numbers with an open handset. */
  handsets: Map<string, number>
  /** Time at which the next REST call may be dialled. */
  dialSlot: { next: number }
  /** The account's primary auth token; may be rotated. */
  authToken: { current: string }
  /** Runs documents on a call; how the parts that play something reach the interpreter. */
  perform: Perform
}

/** How a run of documents came to its end: nothing left, `<Leave>`, or `<Hangup>`; `failed` = no usable document. */
export type Performed = 'end' | 'left' | 'hangup' | 'failed'

export type Perform = (
  call: Call,
  scope: Scope,
  source: Source,
  how: { use: DocumentUse; params?: Record<string, string> },
) => Promise<Performed>

/** The path of an account resource, as in `uri` fields. */
export const accountPath = (core: Core, rest: string): string =>
  `/2010-04-01/Accounts/${core.settings.accountSid}${rest}`

/** The parameters every voice request carries. */
export const apiVersion = '2010-04-01'
