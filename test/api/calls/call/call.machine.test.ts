import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citizenWaits, nextCallState } from '../../../../api/calls/call/call.machine.ts'
import { callEvents, callStates, type CallEvent, type CallState } from '../../../../api/vocabulary/call.ts'
import { pairs, sorted } from '../move-table.ts'

/** Written out by hand, so that a change of the table must be made twice. Rows: events; columns: from > to. */
const callTable: Record<CallEvent, string> = {
  enqueue: 'greeting>queued',
  record: 'greeting>voicemail queued>voicemail ringing>voicemail',
  offer: 'queued>ringing',
  passOn: 'ringing>queued',
  answer: 'ringing>talking',
  hold: 'talking>held',
  resume: 'held>talking',
  requeue: 'talking>queued held>queued',
  hangUp: 'talking>wrapUp held>wrapUp',
  finish: 'wrapUp>ended',
  finishTalk: 'talking>ended held>ended',
  abandon: 'queued>abandoned ringing>abandoned',
  close: 'greeting>ended queued>ended ringing>ended voicemail>ended',
  answerLate: 'abandoned>ended',
}

describe('the call machine', () => {
  it.each(Object.entries(callTable))('%s moves exactly from these states', (event, row) => {
    expect(pairs(callStates, (state) => nextCallState(state, event as CallEvent))).toBe(sorted(row))
  })
  it('never leaves ended, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...callEvents), { maxLength: 40 }), (events) => {
        let state: CallState = 'greeting'
        let over = false
        for (const event of events) {
          state = nextCallState(state, event) ?? state
          if (over && state !== 'ended') return false
          over ||= state === 'ended'
        }
        return true
      }),
    )
  })
  it('knows whose citizen is on the line', () => {
    expect(citizenWaits({ direction: 'in', answeredAt: null })).toBe(true)
    expect(citizenWaits({ direction: 'out', answeredAt: null })).toBe(false)
    expect(citizenWaits({ direction: 'out', answeredAt: new Date(0) })).toBe(true)
  })
})
