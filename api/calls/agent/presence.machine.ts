import type { PresenceEvent, PresenceState } from '../../vocabulary/call.ts'

interface PresenceMove {
  from: readonly PresenceState[]
  to: PresenceState
  meaning: string
}

/** What an agent is doing, as data: event × state → state. */
const presenceMoves = {
  goReady: { from: ['offline', 'break'], to: 'ready', meaning: 'the agent takes calls' },
  goBreak: { from: ['offline', 'ready'], to: 'break', meaning: 'the agent is away by choice' },
  goOffline: { from: ['ready', 'break', 'wrapUp'], to: 'offline', meaning: 'the agent leaves' },
  offer: { from: ['ready'], to: 'ringing', meaning: 'a call is offered' },
  dial: { from: ['ready', 'break', 'offline'], to: 'ringing', meaning: 'the agent rings a citizen' },
  miss: { from: ['ringing'], to: 'break', meaning: 'a missed or declined offer makes the agent unavailable' },
  release: { from: ['ringing', 'talking'], to: 'ready', meaning: 'the call went away, or on to somebody else' },
  answer: { from: ['ringing'], to: 'talking', meaning: 'agent and citizen are in the room' },
  dropLeg: { from: ['talking'], to: 'break', meaning: "the agent's own leg was lost in the talk" },
  hangUp: { from: ['talking'], to: 'wrapUp', meaning: 'the talk is over' },
  finish: { from: ['wrapUp', 'talking'], to: 'ready', meaning: 'the write-up is done' },
  finishToReady: {
    from: ['wrapUp'],
    to: 'ready',
    meaning: 'the write-up is done and the agent takes calls, whatever they did before',
  },
  finishToBreak: { from: ['wrapUp'], to: 'break', meaning: 'the write-up is done and the agent goes away' },
  resume: { from: ['offline'], to: 'wrapUp', meaning: 'the agent comes back to a call that is not written up' },
  lose: {
    from: ['ready', 'break', 'ringing', 'wrapUp'],
    to: 'offline',
    meaning: 'the console has not been heard of for too long',
  },
} as const satisfies Record<PresenceEvent, PresenceMove>

/** Events after which an agent who rang a citizen does again what they did before. */
const comesBack: readonly PresenceEvent[] = ['miss', 'release', 'finish']

/** The state after an event of a call: who rang a citizen goes back to what they were doing (`returnTo`). */
export const afterCall = (
  before: { state: PresenceState; returnTo: PresenceState | null },
  event: PresenceEvent,
): PresenceState | null => {
  const state = nextPresence(before.state, event)
  return state !== null && before.returnTo !== null && comesBack.includes(event) ? before.returnTo : state
}

/** The state after an event, or null where the event cannot happen. */
export const nextPresence = (state: PresenceState, event: PresenceEvent): PresenceState | null => {
  const move: PresenceMove = presenceMoves[event]
  return move.from.includes(state) ? move.to : null
}
