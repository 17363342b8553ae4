/**
 * The browser's line to the carrier. `registered`: the carrier says that calls can arrive (the server decides by heartbeats and offers whether they do);
 * `lost`: it broke and is being made again; `refused`: the credential is not accepted and a new one is being asked for.
 */
export type LineState = 'connecting' | 'registered' | 'lost' | 'refused'

/** The agent's own leg of a call. */
export interface Leg {
  /** The carrier's id of the leg. */
  ref: string
  state: 'ringing' | 'talking'
}

/** What a softphone signs in with. */
export interface Credential {
  token: string
  /** The practice carrier's address; empty with Twilio. */
  url: string
  /** Life of the token, ms. */
  ttl: number
}

interface SoftphoneEvents {
  onLine(state: LineState): void
  /** The one leg this browser has; undefined when there is none. */
  onLeg(leg: Leg | undefined): void
}

/**
 * The agent's telephone in this browser, whichever carrier. Declining, holding, muting and ending are verbs of the server
 * (`/api/calls/:id/…`): a leg that is merely dropped here leaves the citizen alone, who is then queued again.
 */
export interface Softphone {
  /** Picks up the leg that rings. Throws the problem `softphone.no-leg`, or `softphone.refused` when the carrier says that it is too late. */
  accept(): Promise<void>
  /** Says something in text; only where the carrier has no sound. Throws as `accept`. */
  say?(text: string): Promise<void>
  /** Signs out and drops what is up. */
  close(): void
}

interface SoftphoneOptions {
  credential: Credential
  /** Asks the server for a newer credential. */
  renew(): Promise<Credential>
  events: SoftphoneEvents
}

/** Starts a softphone; the line comes up, breaks and comes back by itself and is told by `onLine`. */
export type OpenSoftphone = (options: SoftphoneOptions) => Promise<Softphone>
