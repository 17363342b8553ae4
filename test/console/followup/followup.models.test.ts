import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerQuestion,
  isOpen,
  ofWhom,
  pressDigit,
  spokenOf,
  startHearing,
  stepBack,
  type Hearing,
} from '../../../console/followup/followup.models.ts'

const fresh = startHearing({ contacted: null, solved: null, grade: null, reason: null })
const press = (hearing: Hearing, digits: string) =>
  [...digits].reduce((now, digit) => pressDigit(now, Number(digit)), hearing)

describe('the three questions by keyboard', () => {
  it.each([
    ['115', { contacted: true, solved: true, grade: 5 }],
    ['211', { contacted: false, solved: true, grade: 1 }],
    ['122', { contacted: true, solved: false, grade: 2 }],
  ])('%s', (digits, spoken) => {
    expect(spokenOf(press(fresh, digits))).toEqual(spoken)
  })
  it('takes only what the question can be answered with', () => {
    expect(press(fresh, '3450')).toEqual(fresh)
    expect(press(fresh, '1169').grade).toBeNull()
  })
  it('says nothing after the last question', () => {
    const done = press(fresh, '115')
    expect(press(done, '1234')).toEqual(done)
  })
  it('begins where the texts ended', () => {
    const hearing = startHearing({ contacted: true, solved: null, grade: null, reason: null })
    expect(hearing.at).toBe(1)
    expect(spokenOf(press(hearing, '24'))).toEqual({ contacted: true, solved: false, grade: 4 })
  })
  it('goes back one question at a time', () => {
    expect(stepBack(press(fresh, '115'))).toEqual(press(fresh, '11'))
    expect(stepBack(stepBack(press(fresh, '11')))).toEqual(fresh)
    expect(stepBack(fresh)).toEqual(fresh)
  })
  it('corrects one answer and leaves the others', () => {
    const corrected = answerQuestion(press(fresh, '115'), 'solved', 2)
    expect(spokenOf(corrected)).toEqual({ contacted: true, solved: false, grade: 5 })
    expect(corrected.at).toBe(3)
  })
  it('sends the reason without its margins, and none that is empty', () => {
    expect(spokenOf({ ...press(fresh, '111'), reason: ' 没有人来 ' })?.reason).toBe('没有人来')
    expect(spokenOf({ ...press(fresh, '111'), reason: '  ' })).toEqual({ contacted: true, solved: true, grade: 1 })
  })
  it('never sends half of it, whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }), (digits) => {
        const hearing = digits.reduce(pressDigit, fresh)
        const open = [hearing.contacted, hearing.solved, hearing.grade].filter((answer) => answer === null).length
        expect(spokenOf(hearing) === undefined).toBe(open > 0)
        expect(hearing.at).toBe(3 - open)
      }),
    )
  })
})

it('knows who may still be asked', () => {
  expect(
    (['waiting', 'asking', 'calling', 'answered', 'noReply', 'unreachable', 'cancelled'] as const).filter((state) =>
      isOpen({ state }),
    ),
  ).toEqual(['waiting', 'asking', 'calling'])
})

it('shows mine, and what nobody took', () => {
  const rows = [{ claimedBy: null }, { claimedBy: { id: 'a', name: '' } }, { claimedBy: { id: 'b', name: '' } }]
  expect(ofWhom(rows, 'mine', 'a')).toEqual([rows[1]])
  expect(ofWhom(rows, 'free', 'a')).toEqual([rows[0]])
  expect(ofWhom(rows, 'all', 'a')).toEqual(rows)
})
