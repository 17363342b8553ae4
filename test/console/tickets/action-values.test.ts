import { describe, expect, it } from 'vitest'
import { actForms } from '../../../console/tickets/act-forms.at-build.ts'
import { isTouched, missingFields, toInput, type Values } from '../../../console/tickets/action-values.ts'

const input = (action: keyof typeof actForms, values: Values, start: Values = {}) =>
  toInput(actForms[action], values, start)

describe('toInput', () => {
  it.each<[string, keyof typeof actForms, Values, unknown]>([
    [
      'leaves out what is empty',
      'dispatch',
      { leadUnitId: null, coUnitIds: [], copyUnitIds: [], instruction: '  ', limit: null },
      {},
    ],
    ['trims words', 'note', { text: ' 已致电 ', visibility: 'hotline' }, { text: '已致电', visibility: 'hotline' }],
    [
      'keeps no as an answer',
      'report',
      { text: '在查', finished: false, attachmentIds: [] },
      { text: '在查', finished: false },
    ],
    [
      'sends files by their ids',
      'answer',
      { text: 'a', result: 'b', attachmentIds: [{ id: 'att_1', name: 'x.jpg', size: 3 }] },
      { text: 'a', result: 'b', attachmentIds: ['att_1'] },
    ],
    [
      'sends a moment as an instant',
      'firstContact',
      { how: 'phone', reached: true, text: 't', at: '2026-11-23T09:00:00Z' },
      { how: 'phone', reached: true, text: 't', at: '2026-11-23T09:00:00.000Z' },
    ],
    [
      'sends a limit set by hand',
      'redo',
      { reason: 'r', limit: { value: 3, unit: 'wd', basis: 'b' } },
      { reason: 'r', limit: { value: 3, unit: 'wd', basis: 'b' } },
    ],
    [
      'sends a sub-limit without a basis of its own',
      'dispatch',
      { coUnitIds: ['unt_1'], coLimit: { value: 2, unit: 'wd', basis: '' } },
      { coUnitIds: ['unt_1'], coLimit: { value: 2, unit: 'wd' } },
    ],
    [
      'leaves out a sub-limit nobody gave',
      'dispatch',
      { coUnitIds: ['unt_1'], coLimit: null },
      { coUnitIds: ['unt_1'] },
    ],
  ])('%s', (_, action, values, expected) => {
    expect(input(action, values)).toEqual(expected)
  })

  const start: Values = {
    matterCode: 'a.b',
    kind: 'help',
    urgency: 'normal',
    title: '路灯',
    place: '中山北路',
    districtId: 'unt_1',
    streetId: null,
    confidential: false,
    replyWanted: true,
    respondentUnitId: null,
    reason: '',
  }
  it('sends of a correction only what was changed', () => {
    expect(input('reclassify', { ...start, urgency: 'urgent', confidential: true }, start)).toEqual({
      urgency: 'urgent',
      confidential: true,
    })
    expect(input('reclassify', { ...start, title: '路灯 ' }, start)).toEqual({})
  })
  it('sends null for what was taken away', () => {
    expect(input('reclassify', { ...start, place: '', districtId: null }, start)).toEqual({
      place: null,
      districtId: null,
    })
  })
})

describe('missingFields', () => {
  it('names the required fields that are empty, in order', () => {
    expect(missingFields(actForms.answer, { text: ' ', result: '', attachmentIds: [] })).toEqual(['text', 'result'])
    expect(missingFields(actForms.report, { text: 'x', finished: false })).toEqual([])
    expect(missingFields(actForms.decline, { outcome: null, route: 'x', told: 'y' })).toEqual(['outcome'])
  })
})

it('isTouched sees words and choices, not spaces', () => {
  expect(isTouched({ text: '  ' }, { text: '' })).toBe(false)
  expect(isTouched({ text: 'x' }, { text: '' })).toBe(true)
  expect(isTouched({ coUnitIds: ['a'] }, { coUnitIds: [] })).toBe(true)
})
