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
