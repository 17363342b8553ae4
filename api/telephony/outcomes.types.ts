/**
 * What became of a command to the carrier.
 * - `ref`: done; the carrier's id of the object.
 * - `unknown`: the carrier may have done it (time-out, 5xx). Never repeat it blindly; a callback or a list settles it.
 * - `later`: certainly not done (429, no connection). May be repeated.
 * - `refused`: certainly not done and will not be; `code` is the carrier's own, for whoever asks there.
 */
export type Placed =
  | { ref: string }
  | { unknown: true; message: string }
  | { later: true; message: string }
  | { refused: RefusalReason; code: string; message: string }

/** Why the carrier refuses, as far as the program acts on it: its receiver said stop, or what it is about is over or was never there. */
export type RefusalReason = 'stoppedByReceiver' | 'gone' | 'other'

/** Bytes from the carrier, already checked for host, size and type. */
export type Fetched =
  | { bytes: Uint8Array; contentType: string }
  | { refused: string }
  | { later: true; message: string }

/** A message that was left on a leg, at the carrier. */
export interface LeftMessage {
  /** The carrier's id of the recording. */
  ref: string
  /** Null while the carrier does not know it yet. */
  seconds: number | null
  url: string
}

/** The carrier did not answer, or not in words that we know. */
export interface NoAnswer {
  unknown: true
  message: string
}
