import type { RecordingState } from '../vocabulary/call.ts'
import type { LeftMessage } from './outcomes.types.ts'
import type { Place, Step } from './steps.types.ts'

/** How a wait in the queue ended. `full`: the queue took nobody in; `answered`: the caller was connected straight out of the queue. */
export type WaitEnd = 'hungUp' | 'redirected' | 'left' | 'full' | 'failed' | 'answered'

/**
 * A leg asks what comes next. The same question may come again and then gets the same steps. `call` is the carrier's id of the leg.
 */
export type CallQuestion =
  /** A call reaches a line (`to`); `from` is the caller's number, or `withheld`. Both are read however they are written. */
  | { kind: 'incoming'; call: string; from: string; to: string }
  /** What a waiting caller hears; the first time, the caller has entered the queue. */
  | { kind: 'waits'; call: string }
  | { kind: 'keyPressed'; call: string; keys: string }
  | { kind: 'waitEnded'; call: string; how: WaitEnd }
  /** The leg came out of its room and is still there. */
  | { kind: 'leftRoom'; call: string }
  /** Somebody was asked for a message; `recording` null: the carrier did not name one, there may be one all the same. */
  | { kind: 'voicemailLeft'; call: string; recording: LeftMessage | null }
  | { kind: 'goesOn'; place: Place }

/** States of a leg; the last five are its end. `declined`: busy, or the call was not taken. */
export type LegStatus = 'queued' | 'ringing' | 'talking' | 'hungUp' | 'declined' | 'unanswered' | 'cancelled' | 'failed'

/** Why a leg is no longer in its room. `moved`: it was told to go on elsewhere; `neverCame`: it could not be put in. */
export type LeftReason = 'hungUp' | 'moved' | 'neverCame' | 'roomEnded' | 'other'

/** What of ours a rung leg stands for: given with the command, told with its news. */
export type LegOwner = { callId: string } | { offerId: string }

interface News {
  /** Equal in all repeats: the news is taken once by it. */
  key: string
  /** When it happened, as the carrier says; null where it does not. News travels: it may come late and in any order. */
  at: Date | null
}

interface RoomNews extends News {
  /** Our own name of the room. */
  room: string
  /** The carrier's id of it. */
  roomRef: string
}

interface LegNews extends RoomNews {
  /** The carrier's id of the leg. */
  leg: string
  /** The label that the leg was put into the room with. */
  label: string
}

interface Switched extends LegNews {
  /** News that undoes other news shares a group; in it, keys sort in the order in which things happened. */
  group: string
}

/** Something happened at the carrier; nobody waits for an answer. */
export type CallNews =
  | (LegNews & { kind: 'joined' })
  /** `status`: what became of the leg itself; null where that is not told. */
  | (LegNews & { kind: 'left'; status: LegStatus | null; reason: LeftReason })
  /** The room has started: who waited in it is heard. */
  | (RoomNews & { kind: 'roomStarted' })
  /** `byLeg`: because a leg left that ends the room. */
  | (RoomNews & { kind: 'roomEnded'; byLeg: boolean })
  | (Switched & { kind: 'heldChanged'; held: boolean })
  | (Switched & { kind: 'mutedChanged'; muted: boolean })
  | (News & { kind: 'legStatus'; leg: string; status: LegStatus; owner: LegOwner | null })
  | (News & {
      kind: 'recordingChanged'
      ref: string
      state: RecordingState
      /** Seconds; null where it is not known yet. */
      seconds: number | null
      url: string
      /** A message that was left, or else a room's talk. `at` is when it began. */
      voicemail: boolean
      /** The leg it was taken on; empty where the carrier names the room alone. */
      leg: string
      roomRef: string | null
    })
  /** A finished line of what the leg's own party said. */
  | (News & { kind: 'said'; leg: string; text: string })
  /** What is said on a leg is not written down (any more): the carrier's own code and words of why. */
  | (News & { kind: 'transcriptFailed'; leg: string; code: string; message: string })

/** Who hears of calls. Both finish before the carrier is answered. */
export interface CallListener {
  /** What the leg does next. Throws `carrier.unknown-number`, `call.not-found`. */
  answer(question: CallQuestion): Promise<readonly Step[]>
  /** Takes news in, once. */
  takeNews(news: CallNews): Promise<void>
}
