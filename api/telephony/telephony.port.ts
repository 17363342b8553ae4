import type { Hono } from 'hono'
import type { CallListener, LegOwner, LegStatus } from './call-events.types.ts'
import type { Fetched, LeftMessage, NoAnswer, Placed } from './outcomes.types.ts'
import type { Place, SpokenLanguage } from './steps.types.ts'
import type { ListedText, TextListener } from './text-events.types.ts'

/** What stands in place of a number that its caller withheld, whatever the carrier writes there. */
export const withheld = 'withheld'

/** A text of the hotline to a citizen. */
export interface OutgoingText {
  /** A line of the hotline, E.164. */
  from: string
  /** E.164. */
  to: string
  /** At most 1600 characters. */
  body: string
  /** Our own id: comes back with the news of the text. */
  messageId: string
}

/** A citizen to be rung. */
interface NewCall {
  /** A line of the hotline, E.164. */
  from: string
  /** E.164. */
  to: string
  /** Where the call goes on when it is answered. */
  place: Place
  owner: LegOwner
  /** Ringing time, 5–600 s; a carrier may add a few. */
  ringSeconds: number
}

/** A softphone that is rung and put into a room. */
export interface NewLeg {
  /** The number it shows: a line of the hotline or the citizen's, E.164. */
  from: string
  staffId: string
  /** Once per room, at most 128 characters. */
  label: string
  owner: LegOwner
  /** Ringing time, 5–600 s; a carrier may add a few. */
  ringSeconds: number
  startsRoom: boolean
  endsRoom: boolean
  /** Records the whole room, when this leg is its first. */
  recorded: boolean
}

/** A leg on hold hears the place `hold`. */
export type LegChange = { hold: boolean } | { muted: boolean }

/** The softphones that the console has, by the name under which it loads them. */
export const softphoneKinds = ['twilio', 'practice'] as const

/** Which softphone a browser loads, and what it signs in with. */
export interface SoftphoneAccess {
  kind: (typeof softphoneKinds)[number]
  /** Good for one member of staff and a short time. */
  token: string
  /** Where the softphone finds its carrier; null where it knows by itself. */
  url: string | null
}

/** What pages of the console may load and connect to, for the content policy; origins. */
export interface PageHosts {
  connect: readonly string[]
  media: readonly string[]
}

/**
 * What the carrier is told, in the hotline's own words. A leg is added to a room by the room's own opaque
 * name, which opens it when needed; every other command names the room by the carrier's id, known from its news. Legs are named by the carrier's id.
 * No command throws for what the carrier answers: it is in the result.
 */
export interface CarrierCommands {
  sendText(text: OutgoingText): Promise<Placed>
  /** The newest texts from a line to a number, newest first, at most fifty: for what no callback told. */
  textsTo(to: string, from: string): Promise<ListedText[] | NoAnswer>
  /** A picture that came with a text; only from the carrier's own hosts. */
  fetchMedia(url: string): Promise<Fetched>

  placeCall(call: NewCall): Promise<Placed>
  addLeg(room: string, leg: NewLeg): Promise<Placed>
  changeLeg(room: string, leg: string, change: LegChange): Promise<Placed>
  /** Writes down what the party of a leg says, from now on; it comes as `said`. For legs that no steps were given to. */
  transcribe(leg: string, language: SpokenLanguage): Promise<Placed>
  /** Moves a call that is in progress, also one that waits in a queue. Refused as `gone` when it has ended. */
  redirectCall(call: string, place: Place): Promise<Placed>
  /** Ends a call in any state. */
  hangUp(call: string): Promise<Placed>

  /** A finished recording as MP3. */
  fetchRecording(recording: string): Promise<Fetched>
  deleteRecording(recording: string): Promise<Placed>
  /** How a leg is now: what news told of it may have been lost. One that the carrier does not know (any more) has failed. */
  statusOf(leg: string): Promise<{ status: LegStatus } | NoAnswer>
  /** Our own name of a room, by the carrier's id; null where it knows no such room. For recordings whose room no news told of. */
  roomOf(roomRef: string): Promise<{ room: string | null } | NoAnswer>
  /** Messages that were left on a leg, newest first. For one that was left and not named. */
  messagesLeft(leg: string): Promise<LeftMessage[] | NoAnswer>
}

/** The carrier, as the program needs it, in both directions. Twilio is one adapter (mainland lines need another). */
export interface Telephony extends CarrierCommands {
  /** What the browser softphone of one member of staff signs in with. */
  softphone(staffId: string, ttlSeconds: number): SoftphoneAccess
  readonly pageHosts: PageHosts

  /** Where the carrier's requests arrive: a path, no slash at its end. */
  readonly webhookPath: string
  /** The routes under `webhookPath`: everything that the carrier did not sign is refused (`carrier.unsigned`), the rest goes to the listeners. */
  routes(listeners: { calls: CallListener; texts: TextListener }): Hono
}
