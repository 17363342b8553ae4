import { expect, it } from 'vitest'
import { byteRange } from '../../../api/platform/byte-range.rules.ts'

it.each([
  [undefined, null],
  ['bytes=0-', { from: 0, to: 9 }],
  ['bytes=0-0', { from: 0, to: 0 }],
  ['bytes=4-6', { from: 4, to: 6 }],
  ['bytes=4-99', { from: 4, to: 9 }],
  ['bytes=-3', { from: 7, to: 9 }],
  ['bytes=-99', { from: 0, to: 9 }],
  ['bytes=10-', null],
  ['bytes=6-4', null],
  ['bytes=-0', null],
  ['bytes=-', null],
  ['bytes=0-1,4-5', null],
  ['lines=0-1', null],
])('of ten bytes, %s asks for %o', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range)
})
