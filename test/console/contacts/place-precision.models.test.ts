import { describe, expect, it } from 'vitest'
import { precisionOf } from '../../../console/contacts/place-precision.models.ts'

describe('how precisely words name a place', () => {
  it.each([
    ['中山北路1200弄', 2],
    ['长江路12号', 2],
    ['长江路１２号', 2],
    ['长江路十二号院', 2],
    ['阳光小区3幢501室', 2],
    ['12 Nanjing Road', 2],
    ['Zhongshan Road, No. 8', 2],
    ['Lane 108 Dadu Road', 2],
    ['中山北路与长江路交叉口', 1],
    ['阳光小区', 1],
    ['2号线人民广场', 1],
    ['Zhongshan Park', 1],
    ['中山北路', 0],
    ['长风新村街道', 1],
    ['普陀区', 0],
    ['Nanjing Road', 0],
    ['', 0],
  ])('%j: %i', (place, precision) => expect(precisionOf(place)).toBe(precision))
})
