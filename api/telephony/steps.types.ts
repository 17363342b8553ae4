/** A language that the hotline speaks on the telephone. */
export type SpokenLanguage = 'zh' | 'en'

/**
 * Where a call goes on when it is told to: the carrier asks there what comes next (the question `goesOn`). `room`: its citizen's leg enters
 * the room of the call; `outbound`: a citizen who was rung has picked up; `queue`: a citizen who talked waits again; `hold` and `roomWait`:
 * what is heard while held, and while alone in a room.
 */
export type Place = { at: 'room' | 'outbound' | 'queue'; callId: string } | { at: 'hold' } | { at: 'roomWait' }

/** What is heard. */
export type SpokenStep =
  | { do: 'say'; language: SpokenLanguage; text: string }
  /** Sound at an address; for a line's own recordings and waiting music, which come with the contact centre. */
  | { do: 'play'; url: string }
  | { do: 'pause'; seconds: number }

/**
 * What a call does next, one after the other; when no step is left, it is hung up. An adapter writes them as its carrier wants to read them.
 */
export type Step =
  | SpokenStep
  /** Waits for keys while something is heard; what was pressed comes as `keyPressed`. Nothing pressed: the next step. */
  | { do: 'gather'; keys: number; seconds: number; meanwhile: readonly SpokenStep[] }
  /** Waits in a queue: what is heard there is asked for again and again (`waits`), how the wait ended is told by `waitEnded`. */
  | { do: 'enqueue'; queue: string }
  /** Only as an answer to `waits`: the caller leaves the queue, which then asks `waitEnded`. */
  | { do: 'leaveQueue' }
  /**
   * Enters a room by its own opaque name, under a label. A leg that does not start the room hears `roomWait` until another one does; the room
   * ends when a leg that `endsRoom` leaves it. A leg that comes out of the room alive asks `leftRoom`.
   */
  | { do: 'joinRoom'; room: string; label: string; startsRoom: boolean; endsRoom: boolean; recorded: boolean }
  /** Takes a message after the tone, so many seconds at most; it comes as `voicemailLeft`. The steps after it are for who says nothing. */
  | { do: 'record'; seconds: number; finishKey: string }
  /** From here on, what the party of this leg says comes as `said`; never what is said to it, and so none of the hotline's announcements. */
  | { do: 'transcribe'; language: SpokenLanguage }
  | { do: 'goOn'; place: Place }
  | { do: 'hangUp' }
