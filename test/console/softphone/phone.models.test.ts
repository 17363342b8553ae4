import { describe, expect, it } from 'vitest'
import {
  callerName,
  mayPress,
  moodOf,
  sinceOf,
  type Mood,
  type PhoneAct,
} from '../../../console/softphone/phone.models.ts'
import type { Board } from '../../../console/softphone/softphone.api.ts'

const at = '2026-06-01T02:00:00.000Z'
const later = '2026-06-01T02:05:00.000Z'
const board = (
  state: NonNullable<Board['presence']>['state'],
  mine: Partial<NonNullable<Board['mine']>> | null = null,
) => asBoard({ presence: { staff: null, state, since: at, callId: null, missedAt: null }, mine })
/** Only the fields that the models read. */
const asBoard = (parts: unknown) => parts as Pick<Board, 'presence' | 'mine'>

describe('the mood', () => {
  it.each<[Mood, Pick<Board, 'presence' | 'mine'> | undefined]>([
    ['offline', undefined],
    ['offline', asBoard({ presence: null, mine: null })],
    ['ready', board('ready')],
    ['break', board('break')],
    ['ringing', board('ringing', { direction: 'in', state: 'ringing' })],
    ['dialling', board('ringing', { direction: 'out', state: 'ringing' })],
    ['talking', board('talking', { direction: 'in', state: 'talking' })],
    ['held', board('talking', { direction: 'in', state: 'held' })],
    ['wrapUp', board('wrapUp', { direction: 'in', state: 'wrapUp' })],
  ])('%s', (mood, given) => expect(moodOf(given)).toBe(mood))
})

describe('since when', () => {
  it('a talk counts from its answer', () =>
    expect(sinceOf(board('talking', { state: 'talking', answeredAt: later }))).toBe(later))
  it('a hold counts from its beginning', () =>
    expect(sinceOf(board('talking', { state: 'held', answeredAt: at, heldSince: later }))).toBe(later))
  it('everything else from the change of state', () =>
    expect(sinceOf(board('wrapUp', { state: 'wrapUp', answeredAt: later }))).toBe(at))
  it('nothing known, nothing said', () => expect(sinceOf(undefined)).toBeUndefined())
})

describe('what may be pressed', () => {
  const all: PhoneAct[] = [
    'answer',
    'ready',
    'break',
    'offline',
    'transfer',
    'finish',
    'decline',
    'hold',
    'resume',
    'mute',
    'unmute',
    'end',
  ]
  it.each<[Mood, PhoneAct[]]>([
    ['offline', ['ready']],
    ['ready', ['break', 'offline']],
    ['break', ['ready', 'offline']],
    ['ringing', ['answer', 'decline']],
    ['dialling', ['end']],
    ['talking', ['transfer', 'hold', 'mute', 'end']],
    ['held', ['transfer', 'resume', 'mute', 'end']],
    ['wrapUp', ['finish']],
  ])('%s', (mood, acts) => expect(all.filter((act) => mayPress(mood, act)).sort()).toEqual([...acts].sort()))
})

describe('the caller', () => {
  const call = (name: string | null, phone: string, withheld = false) =>
    ({ caller: { citizenId: 'ctz_1', name, phone, withheld, locale: 'zh-CN', contactCount: 1 } }) as const
  it.each([
    [call(null, '138****0001'), '138****0001'],
    [call('李女士', '138****0001'), '李女士 138****0001'],
    [call(null, '', true), '未显示号码'],
    [call('李女士', '', true), '李女士 未显示号码'],
  ])('%#', (given, expected) => expect(callerName(given, '未显示号码')).toBe(expected))
})
