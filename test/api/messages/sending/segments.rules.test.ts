import { describe, expect, it } from 'vitest'
import { countText, segmentsOf } from '../../../../api/messages/sending/segments.rules.ts'

describe('segments', () => {
  it.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['好'.repeat(70), 1],
    ['好'.repeat(71), 2],
    ['好'.repeat(134), 2],
    ['好'.repeat(135), 3],
    ['👋'.repeat(35), 1],
    ['👋'.repeat(36), 2],
    ['', 1],
  ])('counts them', (text, count) => {
    expect(segmentsOf(text)).toBe(count)
  })

  it.each([
    ['a'.repeat(160), 160, 1],
    ['a'.repeat(161), 161, 2],
    ['路'.repeat(70), 70, 1],
    ['路'.repeat(71), 71, 2],
    ['€', 2, 1],
  ])('tells the length in the units of the alphabet: %#', (text, length, count) =>
    expect(countText(text)).toEqual({ length, segments: count }),
  )
})
