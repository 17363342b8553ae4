import { describe, expect, it } from 'vitest'
import { afterCall, nextPresence } from '../../../../api/calls/agent/presence.machine.ts'
import { presenceEvents, presenceStates, type PresenceEvent } from '../../../../api/vocabulary/call.ts'
import { pairs, sorted } from '../move-table.ts'

/** Written out by hand, so that a change of the table must be made twice. */
const presenceTable: Record<PresenceEvent, string> = {
  goReady: 'offline>ready break>ready',
  goBreak: 'offline>break ready>break',
  goOffline: 'ready>offline break>offline wrapUp>offline',
  offer: 'ready>ringing',
  dial: 'ready>ringing break>ringing offline>ringing',
  miss: 'ringing>break',
  release: 'ringing>ready talking>ready',
  answer: 'ringing>talking',
  dropLeg: 'talking>break',
  hangUp: 'talking>wrapUp',
  finish: 'wrapUp>ready talking>ready',
  finishToReady: 'wrapUp>ready',
  finishToBreak: 'wrapUp>break',
  resume: 'offline>wrapUp',
  lose: 'ready>offline break>offline ringing>offline wrapUp>offline',
}

describe('the presence machine', () => {
  it.each(Object.entries(presenceTable))('%s moves exactly from these states', (event, row) => {
    expect(pairs(presenceStates, (state) => nextPresence(state, event as PresenceEvent))).toBe(sorted(row))
  })
  it('takes whoever rang a citizen back to what they did before, and nobody else', () => {
    for (const returnTo of ['offline', 'break', 'ready'] as const) {
      expect(afterCall({ state: 'ringing', returnTo }, 'release')).toBe(returnTo)
      expect(afterCall({ state: 'ringing', returnTo }, 'miss')).toBe(returnTo)
      expect(afterCall({ state: 'wrapUp', returnTo }, 'finish')).toBe(returnTo)
      expect(afterCall({ state: 'wrapUp', returnTo }, 'finishToBreak')).toBe('break')
      expect(afterCall({ state: 'ringing', returnTo }, 'answer')).toBe('talking')
      expect(afterCall({ state: 'ready', returnTo }, 'finish')).toBeNull()
    }
    expect(afterCall({ state: 'wrapUp', returnTo: null }, 'finish')).toBe('ready')
  })
  it('makes nobody ready who did not ask for it, finish a call or lose an offer', () => {
    const into = presenceEvents.filter((event) =>
      presenceStates.some((state) => nextPresence(state, event) === 'ready'),
    )
    expect(into.toSorted()).toEqual(['finish', 'finishToReady', 'goReady', 'release'])
  })
})
