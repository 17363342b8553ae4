import type { CallEvent, CallState } from '../../vocabulary/call.ts'

interface CallMove {
  from: readonly CallState[]
  to: CallState
  /** What in the world it stands for. */
  meaning: string
}

/**
 * The life of a citizen's call as data: event × state → state. A pair that is not here does not happen: a verb answers
 * `call.illegal-transition`, a late or repeated carrier event is passed over.
 */
// oxfmt-ignore
const callMoves = {
  enqueue: { from: ['greeting'], to: 'queued', meaning: 'the carrier asked for the first wait document: the caller waits' },
  record: { from: ['greeting', 'queued', 'ringing'], to: 'voicemail', meaning: 'the caller chose, or was sent, to leave a message' },
  offer: { from: ['queued'], to: 'ringing', meaning: 'one agent was chosen and is being rung' },
  passOn: { from: ['ringing'], to: 'queued', meaning: 'the agent did not answer, declined or was lost; the caller never left the queue' },
  answer: { from: ['ringing'], to: 'talking', meaning: 'the room started: both are in it' },
  hold: { from: ['talking'], to: 'held', meaning: 'the carrier holds the citizen' },
  resume: { from: ['held'], to: 'talking', meaning: 'the carrier lets the citizen back' },
  requeue: { from: ['talking', 'held'], to: 'queued', meaning: 'the citizen was left alone or is passed to somebody else: front of the queue' },
  hangUp: { from: ['talking', 'held'], to: 'wrapUp', meaning: 'the talk is over; the agent writes it up' },
  finish: { from: ['wrapUp'], to: 'ended', meaning: 'the ticket is filed or the agent is done' },
  finishTalk: { from: ['talking', 'held'], to: 'ended', meaning: 'the talk is over and its ticket was filed while talking' },
  abandon: { from: ['queued', 'ringing'], to: 'abandoned', meaning: 'the caller hung up in the queue' },
  close: { from: ['greeting', 'queued', 'ringing', 'voicemail'], to: 'ended', meaning: 'over without an agent: call-back asked for, message left, nobody there' },
  answerLate: { from: ['abandoned'], to: 'ended', meaning: 'the news of the answer came after the news of the hang-up' },
} as const satisfies Record<CallEvent, CallMove>

/** The state after an event, or null where the event cannot happen. */
export const nextCallState = (state: CallState, event: CallEvent): CallState | null => {
  const move: CallMove = callMoves[event]
  return move.from.includes(state) ? move.to : null
}

/** States in which the citizen's leg is alive. */
export const liveStates = [
  'greeting',
  'queued',
  'ringing',
  'talking',
  'held',
  'voicemail',
] as const satisfies readonly CallState[]
/** States in which the caller waits for an agent. */
export const waitingStates = ['queued', 'ringing'] as const satisfies readonly CallState[]
/** States in which a call occupies its agent. */
export const agentStates = ['ringing', 'talking', 'held', 'wrapUp'] as const satisfies readonly CallState[]

export const isLive = (state: CallState) => liveStates.some((one) => one === state)
export const isWaiting = (state: CallState) => waitingStates.some((one) => one === state)
/** Whether the citizen's leg is up and waits for an agent: they rang, or were rung and talked already. A citizen still to be rung is not. */
export const citizenWaits = (call: { direction: string; answeredAt: Date | null }) =>
  call.direction === 'in' || call.answeredAt !== null

export const isTalk = (state: CallState) => state === 'talking' || state === 'held'
