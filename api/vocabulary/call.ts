/**
 * Life of a citizen's call: greeting → queued → ringing (offered to an agent) → talking ⇄ held → wrapUp → ended.
 * `abandoned` hung up in the queue; `voicemail` is leaving or has left a message.
 */
export const callStates = [
  'greeting',
  'queued',
  'ringing',
  'talking',
  'held',
  'wrapUp',
  'ended',
  'abandoned',
  'voicemail',
] as const
export type CallState = (typeof callStates)[number]

/** What an agent is doing. `offline` has no console open; `break` is away by own choice or after a missed offer. */
export const presenceStates = ['offline', 'ready', 'break', 'ringing', 'talking', 'wrapUp'] as const
export type PresenceState = (typeof presenceStates)[number]
