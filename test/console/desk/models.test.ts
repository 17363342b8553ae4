import { describe, expect, it } from 'vitest'
import { areaOptions, choiceOfArea, type Area } from '../../../console/desk/area.models.ts'
import { readElements } from '../../../console/desk/elements.models.ts'
import { emptyForm } from '../../../console/contacts/intake.models.ts'
import { parseItem, sameItem, writeItem } from '../../../console/desk/open-item.models.ts'
import { sayable } from '../../../console/shared/ticket-number.models.ts'

const area = (id: string, level: string, parentId: string | null): Area => ({
  id,
  level,
  parentId,
  name: id,
  nameEn: id,
  aliases: [],
})
const areas = [area('d1', 'district', 'city'), area('s1', 'street', 'd1'), area('s2', 'street', 'gone')]

describe('areas', () => {
  it('put streets under their district', () => {
    expect(areaOptions(areas, (one) => one.name).map(({ value, parent }) => [value, parent])).toEqual([
      ['d1', undefined],
      ['s1', 'd1'],
      ['s2', 'gone'],
    ])
  })
  it.each([
    ['s1', { districtId: 'd1', streetId: 's1' }],
    ['d1', { districtId: 'd1', streetId: undefined }],
    ['none', { districtId: undefined, streetId: undefined }],
  ])('choosing %s', (id, expected) => expect(choiceOfArea(areas, id)).toEqual(expected))
})

describe('the five elements', () => {
  const read = (text: string, over = {}) => readElements({ ...emptyForm, text, ...over })
  it('are all there in a full request', () => {
    expect(read('昨晚十点中山北路1200弄门口路灯坏了，老人摔倒，希望尽快修', { place: '中山北路1200弄' })).toEqual({
      time: true,
      place: true,
      person: true,
      cause: true,
      result: true,
    })
  })
  it.each([
    ['长风新村120号燃气味道大', { time: false }],
    ['路灯坏了', { time: false, place: false, result: false, cause: true }],
    ['The street light has been broken since Monday, please repair it', { time: true, cause: true, result: true }],
    ['', { time: false, place: false, person: false, cause: false, result: false }],
  ])('%j', (text, expected) => expect(read(text)).toMatchObject(expected))
  it('a street or district counts as the place', () => expect(read('', { districtId: 'd1' }).place).toBe(true))
  it.each(['', '  \n'])('none is told where nothing is filled, whatever was ticked: %j', (text) => {
    const ticked = { time: true, place: true, person: true, cause: true, result: true }
    expect(Object.values(read(text, { elements: ticked }))).toEqual([false, false, false, false, false])
    expect(read(text, { elements: ticked, place: '桥下' })).toMatchObject({ place: true, time: false })
  })
  it('what the agent says counts instead', () => {
    expect(read('昨晚', { elements: { time: false, cause: true } })).toMatchObject({ time: false, cause: true })
  })
})

describe('what is open', () => {
  it.each(['call:cal_01', 'thread:ctz_01', 'draft:drf-1', 'new', ''])('%j is read as it is written', (text) => {
    expect(writeItem(parseItem(text))).toBe(text)
  })
  it.each(['call', 'call:', 'ticket:1', 'call:a/b', 'draft:<x>'])('%j is nothing', (text) =>
    expect(parseItem(text)).toBeUndefined(),
  )
  it('is compared by what it names', () => {
    expect(sameItem({ kind: 'call', id: '1' }, { kind: 'call', id: '1' })).toBe(true)
    expect(sameItem({ kind: 'call', id: '1' }, { kind: 'draft', id: '1' })).toBe(false)
    expect(sameItem(undefined, undefined)).toBe(true)
  })
})

it('a ticket number is grouped for reading out, and still copies as its digits', () => {
  expect(sayable('261151582540')).toBe('2611 5158 2540')
  expect(sayable('2611515825401')).toBe('2611 5158 2540 1')
  expect(sayable('')).toBe('')
})
