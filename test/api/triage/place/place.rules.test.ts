import { describe, expect, it } from 'vitest'
import { addressesIn } from '../../../../api/triage/place/address.rules.ts'
import { createPlaceFinder } from '../../../../api/triage/place/place.rules.ts'
import { areas } from '../sample-triage.ts'

const find = createPlaceFinder(areas)

describe('the district and the street', () => {
  it.each([
    ['我住在普陀区长风新村街道大渡河路100号', 'putuo', 'changfeng'],
    ['长风新村的垃圾没人清', 'putuo', 'changfeng'],
    ['普陀区的路面坑洼', 'putuo', null],
    ['Pothole in Putuo District', 'putuo', null],
    ['新华路街道番禺路口', 'changning', 'xinhua'],
    // Two districts have a street of this name: the district named beside it decides, else nobody does.
    ['长宁区人民街道菜场太脏', 'changning', 'renmin-changning'],
    ['普陀人民街道菜场太脏', 'putuo', 'zhaopu-putuo'],
    ['人民街道菜场太脏', null, null],
    // A road is not the district it is named after.
    ['长宁路1000号门口井盖没了', null, null],
    ['putuoshan temple tickets', undefined, undefined],
  ])('%s', (text, districtId, streetId) => {
    const place = find(text)
    if (districtId === undefined) expect(place).toBeNull()
    else
      expect({ districtId: place?.districtId ?? null, streetId: place?.streetId ?? null }).toEqual({
        districtId,
        streetId,
      })
  })
})

describe('the words of the place', () => {
  it.each([
    ['我住在普陀区长寿路100弄5号，路灯不亮', '普陀区长寿路100弄5号'],
    ['延安西路近番禺路路面有坑', '延安西路近番禺路'],
    ['中山北路与曹杨路交叉口有人乱停车', '中山北路与曹杨路交叉口'],
    ['2号线中山公园站电梯坏了', '2号线中山公园站'],
    ['请问兰花小区3号楼停水到几点', '兰花小区3号楼'],
    ['长风新村街道的垃圾没人清', '长风新村街道'],
    ['The street light at 120 Changshou Road is out', '120 Changshou Road'],
    ['corner of Wuning Road and Caoyang Road', 'Wuning Road and Caoyang Road'],
    ['water leaks at Zhongshan Park station', 'Zhongshan Park station'],
  ])('%s → %s', (text, place) => {
    expect(find(text)?.text).toBe(place)
  })

  it.each([
    '我们小区停车难',
    '这条路很堵',
    '路灯不亮',
    '请问公积金怎么提取',
    '老旧小区加装电梯',
    '整条马路都在修',
    'the road is closed',
    'My school is far',
    '三甲医院挂号难',
    '跳广场舞太吵',
    '',
  ])('no place: %s', (text) => {
    expect(find(text)).toBeNull()
  })

  it('stretches lie inside the text', () => {
    const text = '武宁路、长寿路口和 120 Changshou Road'
    for (const { start, end } of addressesIn(text)) expect(start >= 0 && end <= text.length && start < end).toBe(true)
  })
})
