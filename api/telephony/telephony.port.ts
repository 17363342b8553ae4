/** What an adapter can do; the console hides what is not there. */
export type Capability = 'conference' | 'coach' | 'pauseRecording' | 'browserLeg' | 'twoWayText'

/**
 * What became of a command to the carrier.
 * - `ref`: done; the carrier's id of the object.
 * - `unknown`: the carrier may have done it (time-out, 5xx). Never repeat it blindly; a callback or a list settles it.
 * - `later`: certainly not done (429, no connection). May be repeated.
 * - `refused`: certainly not done and will not be; `refused` is the carrier's error code (Twilio's, in digits).
 */
export type Placed =
  | { ref: string }
  | { unknown: true; message: string }
  | { later: true; message: string }
  | { refused: string; message: string }

/** Where a call goes on: the address of a document (absolute), or the document itself. */
export type Script = { url: string } | { twiml: string }

export interface OutgoingText {
  /** A line of the hotline, E.164. */
  from: string
  /** E.164. */
  to: string
  /** At most 1600 characters. */
  body: string
  /** Told of every status, absolute; made by `eventUrl`. */
  statusUrl: string
}

/** A text as the carrier's list of sent ones shows it. */
export interface TextSeen {
  ref: string
  body: string
  status: string
  errorCode: string | null
  /** When the carrier took it. */
  takenAt: Date
}

export interface NewCall {
  from: string
  /** E.164, or `client:<staff id>`. */
  to: string
  script: Script
  /** Told initiated, ringing, answered, completed. */
  statusUrl: string
  /** Ringing time in seconds, 5–600; the carrier adds 5. */
  timeoutSeconds?: number
}

/** A leg that is rung and put into a room. Every leg of one room must name the same `roomStatusUrl`: the first one's counts. */
export interface NewParticipant {
  /** A line of the hotline, E.164, or `client:…`. */
  from: string
  /** `client:<staff id>` or E.164. */
  to: string
  /** `agent:<id>`, `supervisor:<id>`, `agency:<id>`; once per room, at most 128 characters. */
  label: string
  timeoutSeconds?: number
  muted?: boolean
  /** Whispers to this call (its ref) only. */
  coaching?: string
  startsRoom?: boolean
  endsRoom?: boolean
  beep?: boolean
  /** Told of the leg: initiated, ringing, answered, completed. */
  statusUrl: string
  /** Told of the room: start end join leave mute hold modify. */
  roomStatusUrl?: string
  /** Records the whole room, when given; told when the recording is ready. */
  recordingStatusUrl?: string
}

export interface ParticipantChange {
  muted?: boolean
  hold?: boolean
  /** What a held leg hears (fetched by GET), absolute. */
  holdUrl?: string
  /** The call to whisper to; null stops whispering. */
  coaching?: string | null
  endsRoom?: boolean
}

/** Bytes from the carrier, already checked for host, size and type. */
export type Fetched =
  | { bytes: Uint8Array; contentType: string }
  | { refused: string }
  | { later: true; message: string }

/**
 * The carrier, as the program needs it. A leg is added to a room by the room's own opaque name, which opens it when needed; every other
 * command names the room by the carrier's id, known from its events. Legs are named by call ref or label.
 * No method throws for what the carrier answers: it is in the result. Twilio is one adapter (mainland lines need another).
 */
export interface Telephony {
  readonly can: ReadonlySet<Capability>
  sendText(text: OutgoingText): Promise<Placed>
  placeCall(call: NewCall): Promise<Placed>
  addParticipant(room: string, leg: NewParticipant): Promise<Placed>
  updateParticipant(room: string, leg: string, change: ParticipantChange): Promise<Placed>
  removeParticipant(room: string, leg: string): Promise<Placed>
  /** Moves a call that is in progress, also one that waits in a queue, to another document. 21220: it has ended. */
  redirectCall(call: string, script: Script): Promise<Placed>
  /** Ends a call in any state. */
  hangUp(call: string): Promise<Placed>
  /** Takes back a call that still rings. */
  cancelCall(call: string): Promise<Placed>
  endConference(room: string): Promise<Placed>
  /** Takes a waiting call out of a queue (the queue's ref) to a document. */
  dequeue(queue: string, call: string, url: string): Promise<Placed>
  recordCall(call: string, recording: { statusUrl: string; dual: boolean }): Promise<Placed>
  /** The running recording of a call pauses (silence keeps the time line) or goes on. */
  pauseRecording(call: string): Promise<Placed>
  resumeRecording(call: string): Promise<Placed>
  stopRecording(call: string): Promise<Placed>
  deleteRecording(recording: string): Promise<Placed>
  /** A finished recording as MP3. */
  fetchRecording(recording: string): Promise<Fetched>
  /** The newest texts from a line to a number, newest first, at most fifty: for what no callback told. */
  textsTo(to: string, from: string): Promise<TextSeen[] | { unknown: true; message: string }>
  /** A picture that came with a text; only from the carrier's own hosts. */
  fetchMedia(url: string): Promise<Fetched>
  /** A short-lived credential for the browser softphone of one member of staff; the identity is the staff id. */
  softphoneToken(staffId: string, ttlSeconds: number): string
}
