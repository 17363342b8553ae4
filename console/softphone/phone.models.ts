import type { Board, Call, CallAct } from './softphone.api.ts'

/** What the pill says. `dialling`: the agent rings a citizen; the own leg picks up by itself. */
export type Mood = 'offline' | 'ready' | 'break' | 'ringing' | 'dialling' | 'talking' | 'held' | 'wrapUp'

/** What the agent is doing, by what the server says; nothing known yet counts as offline. */
export const moodOf = (board: Pick<Board, 'presence' | 'mine'> | undefined): Mood => {
  const state = board?.presence?.state ?? 'offline'
  if (state === 'ringing' && board?.mine?.direction === 'out') return 'dialling'
  if (state === 'talking' && board?.mine?.state === 'held') return 'held'
  return state
}

/** The hands belong to a call: somebody is on the line, or what they said is being written up. */
export const isInCall = (mood: Mood): boolean => ['dialling', 'talking', 'held', 'wrapUp'].includes(mood)

/** Since when, ISO; the talk counts from its answer, not from the last hold. */
export const sinceOf = (board: Pick<Board, 'presence' | 'mine'> | undefined): string | undefined => {
  const mood = moodOf(board)
  if (mood === 'held') return board?.mine?.heldSince ?? board?.presence?.since
  if (mood === 'talking') return board?.mine?.answeredAt ?? board?.presence?.since
  return board?.presence?.since
}

export type PhoneAct = 'answer' | 'ready' | 'break' | 'offline' | 'transfer' | 'finish' | CallAct

const free: readonly PhoneAct[] = ['ready', 'break', 'offline']
const allowed: Record<Mood, readonly PhoneAct[]> = {
  offline: ['ready'],
  ready: free.filter((act) => act !== 'ready'),
  break: free.filter((act) => act !== 'break'),
  ringing: ['answer', 'decline'],
  dialling: ['end'],
  talking: ['mute', 'hold', 'transfer', 'end'],
  held: ['mute', 'resume', 'transfer', 'end'],
  wrapUp: ['finish'],
}

/** What the agent may press now. Muting and opening again are one switch: `mute`. */
export const mayPress = (mood: Mood, act: PhoneAct): boolean => allowed[mood].includes(act)

/** The call as it must be shown: whose it is and whether they can be named. */
export const callerName = (
  call: { caller: Pick<Call['caller'], 'name' | 'phone' | 'withheld'> },
  withheld: string,
): string => {
  const { name, phone } = call.caller
  const number = call.caller.withheld || phone === '' ? withheld : phone
  return name === null || name === '' ? number : `${name} ${number}`
}
