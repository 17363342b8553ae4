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

/** What moves a call from state to state, and is told of it. Which state leads where stands in the call's machine. */
export const callEvents = [
  'enqueue',
  'record',
  'offer',
  'passOn',
  'answer',
  'hold',
  'resume',
  'requeue',
  'hangUp',
  'finish',
  'finishTalk',
  'abandon',
  'close',
  'answerLate',
] as const
export type CallEvent = (typeof callEvents)[number]

/** What an agent is doing. `offline` has no console open; `break` is away by own choice or after a missed offer. */
export const presenceStates = ['offline', 'ready', 'break', 'ringing', 'talking', 'wrapUp'] as const
export type PresenceState = (typeof presenceStates)[number]

/** What moves an agent from state to state. Which state leads where stands in the machine of presence. */
export const presenceEvents = [
  'goReady',
  'goBreak',
  'goOffline',
  'offer',
  'dial',
  'miss',
  'release',
  'answer',
  'dropLeg',
  'hangUp',
  'finish',
  'finishToReady',
  'finishToBreak',
  'resume',
  'lose',
] as const
export type PresenceEvent = (typeof presenceEvents)[number]

/** Who rang whom: the citizen the hotline, or the hotline the citizen. */
export const callDirections = ['in', 'out'] as const

/** How a call ended. */
export const callEndReasons = [
  'citizen',
  'agent',
  'carrier',
  'abandoned',
  'unanswered',
  'callback',
  'voicemail',
  'closed',
] as const

/**
 * What an agent says a talk came to: it was answered on the spot, a wrong number, silence, abuse, dropped in the middle, somebody who urged what is
 * under way; or something else, in words.
 */
export const talkOutcomes = ['answered', 'wrongNumber', 'silent', 'abuse', 'dropped', 'urged', 'other'] as const
export type TalkOutcome = (typeof talkOutcomes)[number]

/** `filed`: it became a ticket, or was added to one. `unwritten`: nobody wrote it up in time. Neither is chosen. */
export const callOutcomes = ['filed', ...talkOutcomes, 'unwritten'] as const

/** What became of a call’s offer to an agent. */
export const offerResults = ['pending', 'accepted', 'declined', 'missed', 'cancelled'] as const

/** Who said a line of the transcript. */
export const speakers = ['citizen', 'agent', 'system'] as const

/** What a recording holds: the talk in the room, or a message left. */
export const recordingPurposes = ['conference', 'voicemail'] as const

/** States of a recording. */
export const recordingStates = [
  'in-progress',
  'paused',
  'stopped',
  'processing',
  'completed',
  'absent',
  'failed',
  'deleted',
] as const
export type RecordingState = (typeof recordingStates)[number]

/** Why somebody is to be rung back. */
export const callbackReasons = ['abandoned', 'voicemail', 'requested'] as const

/** A call-back on the list, taken by an agent, over. */
export const callbackStates = ['open', 'claimed', 'done'] as const
export type CallbackState = (typeof callbackStates)[number]
